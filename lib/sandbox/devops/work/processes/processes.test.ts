import { expect, test } from 'vitest'
import { bodyOf, createTestOrganization, type ListBody } from '../../test-organization'

const { get } = createTestOrganization({ items: 0 })
const agile = '_apis/work/processes/adcc42ab-9882-485e-a3ed-7678f01f66bc'
const bug = `${agile}/workItemTypes/Microsoft.VSTS.WorkItemTypes.Bug`

test('processes tell where they come from and, if asked, their projects', async () => {
  const { value } = await bodyOf<ListBody<object>>(get('_apis/work/processes'))
  expect(value).toHaveLength(4)
  expect(value[0]).toMatchObject({
    typeId: '6b724908-ef14-45cf-84f8-768b5384da45',
    referenceName: null,
    parentProcessTypeId: '00000000-0000-0000-0000-000000000000',
    customizationType: 'system',
  })
  expect(await bodyOf(get(`${agile}?$expand=projects`))).toMatchObject({
    name: 'Agile',
    projects: [{ name: 'Storefront' }],
  })
  expect((await get('_apis/work/processes/00000000-0000-0000-0000-000000000001')).status).toBe(404)
  expect(await bodyOf(get('_apis/work/processes/lists'))).toEqual({ count: 0, value: [] })
})

test('types come with their states if asked, each with its category and order', async () => {
  const { value } = await bodyOf<ListBody<object>>(get(`${agile}/workitemtypes?$expand=states`))
  expect(value).toContainEqual(
    expect.objectContaining({
      referenceName: 'Microsoft.VSTS.WorkItemTypes.UserStory',
      customization: 'system',
      states: expect.arrayContaining([
        expect.objectContaining({ name: 'Resolved', stateCategory: 'InProgress', order: 3 }),
      ]),
    }),
  )
  expect(await bodyOf(get(bug))).not.toHaveProperty('states')
  expect(await bodyOf(get(`${bug}?$expand=1`))).toHaveProperty('states')
  const states = await bodyOf<ListBody<{ id: string; name: string; url: string }>>(get(`${bug}/states`))
  expect(states.value.map(({ name }) => name)).toEqual(['New', 'Active', 'Resolved', 'Closed'])
  expect(await bodyOf(get(`${bug}/states/${states.value[2]?.id}`))).toEqual(states.value[2])
  expect((await get(`${bug}/states/00000000-0000-0000-0000-000000000001`)).status).toBe(404)
})

test('fields of a type tell what they hold at first and whether they must be filled', async () => {
  expect(await bodyOf(get(`${bug}/fields/Microsoft.VSTS.Common.Severity`))).toMatchObject({
    type: 'string',
    defaultValue: '3 - Medium',
  })
  expect(await bodyOf(get(`${bug}/fields/System.AssignedTo`))).toMatchObject({ type: 'identity' })
  const { value } = await bodyOf<ListBody<object>>(get(`${bug}/fields`))
  expect(value).toContainEqual(expect.objectContaining({ referenceName: 'System.Title', required: true }))
  expect((await get(`${bug}/fields/Nope`)).status).toBe(404)
})

test('a process of which there is no project is listed but not emulated, nor is customizing one', async () => {
  const cmmi = '_apis/work/processes/27450541-8e31-4150-9947-dc59f998fc01'
  expect(await bodyOf(get(cmmi))).toMatchObject({ name: 'CMMI' })
  expect((await get(`${cmmi}/workitemtypes`)).status).toBe(501)
  expect((await get(`${bug}/layout`)).status).toBe(501)
})

test('levels of planning inherit their order, and tell their fields if asked', async () => {
  const { value } = await bodyOf<ListBody<{ name: string; rank: number }>>(get(`${agile}/behaviors`))
  expect(value.map(({ name, rank }) => `${name} ${rank}`)).toEqual([
    'Tasks 10',
    'Stories 20',
    'Features 30',
    'Epics 40',
    'Ordered 0',
    'Portfolio 0',
  ])
  const stories = `${agile}/behaviors/System.RequirementBacklogBehavior`
  const names = async (expand: string) => {
    const { fields } = await bodyOf<{ fields: { name: string }[] }>(get(`${stories}?$expand=${expand}`))
    return fields.map(({ name }) => name)
  }
  expect(await names('fields')).toEqual(['Story Points'])
  expect(await names('combinedFields')).toEqual(['Stack Rank', 'Story Points'])
  expect(await bodyOf(get(stories))).toMatchObject({ inherits: { behaviorRefName: 'System.OrderedBehavior' } })
  expect((await get(`${agile}/behaviors/Nope`)).status).toBe(404)
})

test('rules tell the reason that a change of state gives by itself, which is the one that it gives', async () => {
  interface Rule {
    readonly id: string
    readonly conditions: readonly { readonly value: string | null }[]
    readonly actions: readonly { readonly value: string | null }[]
  }
  const { value } = await bodyOf<ListBody<Rule>>(get(`${bug}/rules`))
  const rule = value.find(({ conditions }) => conditions.map((one) => one.value).join('>') === 'Active>Resolved')
  expect(rule?.actions).toEqual([{ actionType: 'copyValue', targetField: 'System.Reason', value: 'Fixed' }])
  expect(await bodyOf(get(`${bug}/rules/${rule?.id}`))).toEqual(rule)
  expect(new Set(value.map(({ id }) => id)).size).toBe(value.length)
  expect((await get(`${bug}/rules/00000000-0000-0000-0000-000000000001`)).status).toBe(404)
})
