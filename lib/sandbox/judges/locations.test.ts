import { describe, expect, test } from 'vitest'
import type { Resource } from '../devops/protocol/resource'
import { bodyOf } from '../devops/test-organization'
import { createJudgedOrganization } from './organization'
import { hasReference, recordedLines, skipped } from './reference'

interface RecordedLocation {
  readonly host: string
  readonly area: string
  readonly resource: string
  readonly id: string
  readonly route: string
  readonly resourceVersion: number
  readonly min: string
  readonly max: string
  readonly released: string
}

type Location = Omit<Resource, 'service'>

/** Hosts of which the recorded answer is there. */
const hosts = ['dev.azure.com', 'vssps.dev.azure.com', 'vsaex.dev.azure.com']
const note = hasReference ? '' : `: ${skipped}`

const recorded = recordedLines<RecordedLocation>('resource-locations.jsonl')

const asTold = (row: RecordedLocation): Location => ({
  id: row.id,
  area: row.area,
  resourceName: row.resource,
  routeTemplate: row.route,
  resourceVersion: row.resourceVersion,
  minVersion: row.min,
  maxVersion: row.max,
  releasedVersion: row.released,
})

describe('what OPTIONS tells', () => {
  test.each(hosts)(`on %s is as recorded, row by row${note}`, async (host) => {
    const { fetch } = createJudgedOrganization()
    const request = new Request(`https://${host}/contoso/_apis`, { method: 'OPTIONS' })
    const { value } = await bodyOf<{ value: Location[] }>(fetch(request))
    const rows = recorded.filter((row) => row.host === host).map(asTold)
    const strange = value.filter((told) => !rows.some((row) => JSON.stringify(row) === JSON.stringify(told)))
    const expected = strange.map(({ id }) => rows.find((row) => row.id === id) ?? `${id} is not recorded on ${host}`)
    expect(hasReference ? strange : []).toEqual(hasReference ? expected : [])
  })

  test('has no resource twice', async () => {
    for (const host of hosts) {
      const request = new Request(`https://${host}/contoso/_apis`, { method: 'OPTIONS' })
      const { value } = await bodyOf<{ value: Location[] }>(createJudgedOrganization().fetch(request))
      expect(new Set(value.map(({ id }) => id)).size).toBe(value.length)
    }
  })
})
