import { expect, test } from 'vitest'
import type { Member } from '#lib/platform/access'
import type { Fetch } from '#lib/platform/http/fetch'
import { sandboxEndpoints } from '#lib/platform/testing/sandbox-endpoints'
import { getWorkItem } from './get'
import { readWorkItemBatch } from './read-batch'
import { type SearchInput, starterQuery } from './schema'
import { searchWorkItems } from './search'

const viewer: Member = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'viewer' }
const connectionId = crypto.randomUUID()
const search = (wiql: string, project?: string): SearchInput => ({ connectionId, wiql, ...(project && { project }) })

/** Answers for a work item as Azure DevOps does, but with other fields. */
const withFields =
  (fields: Readonly<Record<string, unknown>>) =>
  (fetch: Fetch): Fetch =>
  async (request) => {
    const response = await fetch(request)
    if (!/\/workitems\/\d+$/i.test(new URL(request.url).pathname)) return response
    const item = JSON.parse(await response.text())
    return Response.json({ ...item, fields: { ...item.fields, ...fields } }, { headers: response.headers })
  }

test('a search gives every match in the query’s order, with the columns that were selected', async () => {
  const { endpoints } = await sandboxEndpoints()
  const { ids, columns } = await searchWorkItems(
    endpoints,
    viewer,
    search('SELECT [ID], [State] FROM WorkItems ORDER BY [ID] DESC'),
  )
  expect(ids).toEqual(Array.from({ length: 200 }, (_, index) => 200 - index))
  expect(columns).toEqual([
    { referenceName: 'System.Id', name: 'ID' },
    { referenceName: 'System.State', name: 'State' },
  ])
})

test('the starter query runs under a project and finds only its items', async () => {
  const { endpoints } = await sandboxEndpoints()
  const { ids } = await searchWorkItems(endpoints, viewer, search(starterQuery, 'Storefront'))
  const { rows } = await readWorkItemBatch(endpoints, viewer, {
    connectionId,
    ids: [...ids],
    fields: ['System.TeamProject'],
  })
  expect(new Set(rows.map(({ fields }) => fields['System.TeamProject']))).toEqual(new Set(['Storefront']))
})

test('a batch comes in the order asked for, and names the items that are not there', async () => {
  const { endpoints } = await sandboxEndpoints()
  const input = { connectionId, ids: [7, 100_000, 3], fields: ['System.Title', 'System.CreatedBy'] }
  const { rows, missing } = await readWorkItemBatch(endpoints, viewer, input)
  expect(rows.map(({ id }) => id)).toEqual([7, 3])
  expect(missing).toEqual([100_000])
  expect(rows[0]?.fields['System.CreatedBy']).toEqual({
    displayName: expect.any(String),
    uniqueName: expect.stringContaining('@'),
  })
})

test('an item shows its fields under their names on screens, without the service’s bookkeeping', async () => {
  const { fields, relations, webUrl, project } = await getWorkItem(await sandboxEndpoints(), viewer, 20)
  const names = fields.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['State', 'Area Path', 'Iteration Path', 'Changed Date']))
  for (const hidden of ['Area ID', 'Node Name', 'Area Level 1', 'Watermark', 'Person ID', 'Related Link Count']) {
    expect(names).not.toContain(hidden)
  }
  expect(relations.length).toBeGreaterThan(0)
  expect(webUrl).toContain(`/contoso/${encodeURIComponent(project)}/_workitems/edit/20`)
})

test('rich text loses what could run or load, and keeps what it says', async () => {
  const hostile = '<p onclick="x()">Hi<script>x()</script> <a href="javascript:x()">a</a> <img src="/i" alt="plan"></p>'
  const source = await sandboxEndpoints({ through: withFields({ 'System.Description': hostile }) })
  const { html } = await getWorkItem(source, viewer, 1)
  expect(html.Description).toContain('<p>Hi')
  expect(html.Description).toContain('[image: plan]')
  expect(html.Description).not.toMatch(/script|onclick|javascript|<img/)
})

test('an item that does not exist is TF401232', async () => {
  await expect(getWorkItem(await sandboxEndpoints(), viewer, 100_000)).rejects.toMatchObject({ code: 'TF401232' })
})
