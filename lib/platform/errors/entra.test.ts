import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { entraErrors } from './entra'

/**
 * Numbers that client credentials with a certificate can meet, from Microsoft's documentation and from reports. Those of
 * users, devices, federation and mutual TLS are not among them.
 */
const reachable = [
  700027, 700024, 700023, 700021, 50048, 5002741, 5002730, 5002738, 5000, 50032, 50027, 50012, 50013, 1000502, 7000214,
  7000274, 7000277, 700030, 7000218, 7000216, 700025, 7000215, 7000222, 70002, 70003, 90002, 900023, 50128, 50059,
  9001023, 50194, 90130, 90023, 90013, 90019, 900382, 900432, 50049, 5000224, 700016, 7000229, 7000112, 700011, 70001,
  53003, 530032, 90033, 90024, 90012, 90055, 50196, 1002012, 70011, 700022, 28002, 500011, 500014, 501051, 650052,
  650057, 50001, 65001, 900144, 90014, 9002313, 900561, 90100, 901002, 1002016, 90056,
]

test('every number that this flow can meet is in the catalog', () => {
  const numbers = Object.keys(entraErrors).flatMap((code) => /^AADSTS(\d+)$/.exec(code)?.[1] ?? [])
  expect(numbers.map(Number).toSorted()).toEqual(reachable.toSorted())
})

const collection = new URL('../../../../shared/reference/aadsts.json', import.meta.url)

test('where the collection of numbers is at hand (a clone has none), it holds no reachable one that we lack', () => {
  const rows: { code: number; step: number | null }[] = existsSync(collection)
    ? JSON.parse(readFileSync(collection, 'utf8'))
    : []
  // Those without a setup step belong to other flows; 429 is no number of Entra ID but `entra_throttled`.
  const numbers = rows.filter(({ code, step }) => step !== null && code !== 429).map(({ code }) => code)
  expect(numbers.filter((number) => !reachable.includes(number))).toEqual([])
})
