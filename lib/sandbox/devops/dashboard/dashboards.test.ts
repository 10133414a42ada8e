import { expect, test } from 'vitest'
import { bodyOf, createTestOrganization, type ListBody } from '../test-organization'

const { get } = createTestOrganization({ items: 50 })
const version = 'api-version=7.1-preview.3'

interface Shown {
  readonly id: string
  readonly name: string
  readonly settings: string | null
  readonly contributionId: string
}

test('every team has a dashboard; a project lists those of its teams', async () => {
  const { value } = await bodyOf<ListBody<Shown>>(get(`Storefront/_apis/dashboard/dashboards?${version}`))
  expect(value).toContainEqual(expect.objectContaining({ dashboardScope: 'project_Team', position: 1 }))
  const team = await bodyOf<ListBody<Shown>>(get(`Storefront/Storefront Team/_apis/dashboard/dashboards?${version}`))
  expect(team.count).toBe(1)
  expect(value).toContainEqual(team.value[0])
})

test('a dashboard comes with its widgets, and a widget shows a query that the project has', async () => {
  const dashboards = 'Storefront/Storefront Team/_apis/dashboard/dashboards'
  const { value } = await bodyOf<ListBody<Shown>>(get(`${dashboards}?${version}`))
  const { widgets } = await bodyOf<{ widgets: Shown[] }>(get(`${dashboards}/${value[0]?.id}?${version}`))
  const listed = await bodyOf<ListBody<Shown>>(get(`${dashboards}/${value[0]?.id}/widgets?api-version=7.1-preview.2`))
  expect(listed.value).toEqual(widgets)
  const count = widgets.find(({ contributionId }) => contributionId.endsWith('QueryScalarWidget'))
  const { queryId, queryName } = JSON.parse(count?.settings ?? '{}')
  expect(await bodyOf(get(`Storefront/_apis/wit/queries/${queryId}?api-version=7.1`))).toMatchObject({
    name: queryName,
  })
  const one = `${dashboards}/${value[0]?.id}/widgets/${count?.id}?api-version=7.1-preview.2`
  expect(await bodyOf(get(one))).toEqual(count)
})

test('what a dashboard may show is told for teams, kind by kind', async () => {
  const types = 'Storefront/_apis/dashboard/widgettypes'
  const { widgetTypes } = await bodyOf<{ widgetTypes: Shown[] }>(
    get(`${types}?$scope=project_team&api-version=7.1-preview.1`),
  )
  expect(widgetTypes).toHaveLength(6)
  expect(await bodyOf(get(`${types}/${widgetTypes[0]?.contributionId}?api-version=7.1-preview.1`))).toMatchObject({
    widgetMetadata: widgetTypes[0],
  })
})

test.each([
  'dashboards/00000000-0000-0000-0000-000000000001?api-version=7.1-preview.3',
  'dashboards/00000000-0000-0000-0000-000000000001/widgets?api-version=7.1-preview.2',
  'widgettypes/nope?api-version=7.1-preview.1',
])('what is not there is 404: %s', async (path) => {
  expect((await get(`Storefront/_apis/dashboard/${path}`)).status).toBe(404)
})
