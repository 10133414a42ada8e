import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TestRecord } from '../history/schema'
import { connectionInput } from '../schema'
import { hidingIdentifiers } from './hiding-identifiers'
import { markdownReport } from './markdown'
import { withoutIdentifiers } from './without-identifiers'

const tenant = '01fad2ab-ff08-499b-a96c-e9e374c83e4e'
const settings = connectionInput.parse({
  name: 'Secret project board',
  tokenUrl: tenant,
  clientId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  certificateId: crypto.randomUUID(),
  organization: 'contoso',
  defaultProject: 'Moonshot',
})

const record = (text = 'fine'): TestRecord => ({
  id: crypto.randomUUID(),
  testedAt: '2026-11-26T10:00:00.000Z',
  verdict: 'failed',
  startedBy: 'Somebody',
  isScheduled: false,
  results: [
    { id: 'identity', verdict: 'passed', durationMs: 3, summary: 'Signed in as Reporting app.' },
    {
      id: 'projects',
      verdict: 'failed',
      durationMs: 12,
      summary: `2 projects: Moonshot, Storefront.`,
      facts: [{ label: 'Project', value: 'Storefront' }],
      finding: {
        code: 'VS800075',
        title: 'No such project',
        cause: 'Renamed.',
        remedy: 'Pick another.',
        detail: text,
        evidence: [
          { label: 'HTTP status', value: '404' },
          { label: 'Message', value: `Moonshot of contoso, asked by ${settings.clientId}: ${text}` },
        ],
        owner: 'you',
      },
      exchanges: [
        {
          method: 'GET',
          url: 'https://dev.azure.com/contoso/Moonshot/_apis/wit/queries?$depth=1',
          headers: [{ label: 'x-vss-resourcetenant', value: tenant }],
          body: `{"name":"Storefront"}`,
          status: 404,
          at: '2026-11-26T10:00:00.000Z',
          durationMs: 10,
        },
      ],
    },
  ],
  lastGood: {
    id: crypto.randomUUID(),
    testedAt: '2026-11-25T10:00:00.000Z',
    changes: [{ kind: 'check', check: 'projects', before: 'passed: 2 projects: Moonshot', after: 'failed, VS800075' }],
  },
})

describe('a report without identifiers', () => {
  test('names neither the organization, its projects, its people nor its IDs', () => {
    const { test: hidden, hide } = withoutIdentifiers(record('The project Skunkworks does not exist.'), settings)
    const text = markdownReport(hidden, [{ label: 'Client ID', value: hide(settings.clientId) }])
    for (const name of ['contoso', 'Moonshot', 'Storefront', 'Reporting app', 'Somebody', 'Skunkworks', tenant]) {
      expect(text.replaceAll('&#45;', '-').toLowerCase()).not.toContain(name.toLowerCase())
    }
    expect(text.replaceAll('&#45;', '-')).not.toContain(settings.clientId)
    expect(text).toContain('VS800075')
    expect(text).toContain('404')
    expect(text).toContain('https://dev.azure.com/…/_apis/wit/queries')
  })

  test('names no tenant by its own domain', () => {
    const hidden = withoutIdentifiers(record(), {
      ...settings,
      tokenUrl: 'https://login.microsoftonline.com/corp.example/oauth2/v2.0/token',
    })
    expect(hidden.hide('https://login.microsoftonline.com/corp.example/oauth2/v2.0/token')).not.toContain('corp')
  })

  test('calls the same thing the same, so that a mix-up still shows', () => {
    const hide = hidingIdentifiers(['contoso'])
    const other = crypto.randomUUID()
    expect(hide(`${tenant} ${other} ${tenant.toUpperCase()} contoso CONTOSO`)).toBe('id-1 id-2 id-1 name-1 name-1')
    expect(hide('499b84ac-1321-427f-aa17-267ca6975798/.default')).toBe('499b84ac-1321-427f-aa17-267ca6975798/.default')
  })
})

describe('a report in Markdown', () => {
  test('tells requests only where something was found, with all of the rest', () => {
    const text = markdownReport(record(), [])
    expect(text).toContain('GET https://dev.azure.com/contoso/Moonshot/_apis/wit/queries')
    expect(text).toContain('Since the last good test')
    expect(text.match(/^## /gm)).toHaveLength(3)
  })

  test('cannot be broken by what services say', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('`', '```', '|', '\n', '\n# ', '<script>', '</', '[a](b)', '*', '~~~', 'x', '- '),
      maxLength: 20,
    })
    fc.assert(
      fc.property(nasty, (text) => {
        const outside = markdownReport(record(text), []).replace(/^(`{3,})\n[\s\S]*?\n\1$/gm, '')
        expect(outside).not.toContain('<')
        expect(outside.match(/^## /gm)).toHaveLength(3)
        expect(outside.match(/^# /gm)).toHaveLength(1)
      }),
    )
  })
})
