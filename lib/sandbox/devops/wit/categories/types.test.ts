import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../../test-organization'

const { get } = createTestOrganization({ items: 0 })

interface Type {
  readonly name: string
  readonly transitions: Readonly<Record<string, readonly { to: string; actions: string[] | null }[]>>
  readonly fields: readonly { referenceName: string; defaultValue: string | null; alwaysRequired: boolean }[]
}

const typeOf = (project: string, name: string) =>
  bodyOf<Type>(get(`${project}/_apis/wit/workitemtypes/${encodeURIComponent(name)}`))

const waysOf = ({ transitions }: Type, from: string) => transitions[from]?.map(({ to }) => to)

describe('categories', () => {
  test('tell which types are of them and which of these to offer', async () => {
    const { value } = await bodyOf<ListBody<{ referenceName: string }>>(
      get('Field%20Service/_apis/wit/workItemTypeCategories'),
    )
    expect(value.map(({ referenceName }) => referenceName)).toEqual([
      'Microsoft.BugCategory',
      'Microsoft.EpicCategory',
      'Microsoft.FeatureCategory',
      'Microsoft.RequirementCategory',
      'Microsoft.TaskCategory',
    ])
    const requirement = await bodyOf(
      get('Field%20Service/_apis/wit/workitemtypecategories/microsoft.requirementcategory'),
    )
    expect(requirement).toMatchObject({
      name: 'Requirement Category',
      defaultWorkItemType: { name: 'Product Backlog Item' },
      workItemTypes: [{ url: expect.stringMatching(/workItemTypes\/Product%20Backlog%20Item$/) }],
    })
    expect((await get('Workplace/_apis/wit/workitemtypecategories/Microsoft.BugCategory')).status).toBe(404)
  })
})

describe('types', () => {
  test('Agile’s bug goes where the service lets it, and tools take it there', async () => {
    const bug = await typeOf('Storefront', 'Bug')
    expect(Object.keys(bug.transitions)).toEqual(['Active', 'Closed', 'New', 'Resolved', ''])
    expect(bug.transitions.Active).toEqual([
      { to: 'Active', actions: null },
      { to: 'Closed', actions: null },
      { to: 'Resolved', actions: ['Microsoft.VSTS.Actions.Checkin'] },
      { to: 'New', actions: ['Microsoft.VSTS.Actions.StopWork'] },
    ])
    expect(bug.transitions['']).toEqual([{ to: 'New', actions: null }])
  })

  test('what was removed starts again, and what is closed is not removed', async () => {
    const story = await typeOf('Storefront', 'User Story')
    expect(waysOf(story, 'New')).toEqual(['New', 'Removed', 'Closed', 'Resolved', 'Active'])
    expect(waysOf(story, 'Removed')).toEqual(['Removed', 'New'])
    expect(waysOf(story, 'Closed')).toEqual(['Closed', 'Resolved', 'Active', 'New'])
  })

  test('in Basic every state leads to every other', async () => {
    const issue = await typeOf('Workplace', 'Issue')
    for (const state of ['To Do', 'Doing', 'Done']) {
      expect(waysOf(issue, state)?.toSorted()).toEqual(['Doing', 'Done', 'To Do'])
    }
  })

  test('are found by their reference name too, and tell what a new item holds', async () => {
    const byName = await typeOf('Storefront', 'User Story')
    expect(await typeOf('Storefront', 'Microsoft.VSTS.WorkItemTypes.UserStory')).toEqual(byName)
    const defaults = byName.fields.filter(({ defaultValue }) => defaultValue !== null)
    expect(Object.fromEntries(defaults.map((field) => [field.referenceName, field.defaultValue]))).toEqual({
      'System.State': 'New',
      'Microsoft.VSTS.Common.Priority': '2',
      'Microsoft.VSTS.Common.ValueArea': 'Business',
    })
    expect(byName.fields.filter(({ alwaysRequired }) => alwaysRequired).map((field) => field.referenceName)).toEqual(
      expect.arrayContaining(['System.IterationId', 'System.AreaId', 'System.Title', 'System.State']),
    )
  })
})

describe('fields of a type', () => {
  const fields = 'Storefront/_apis/wit/workitemtypes/Bug/fields'

  test('come without values unless these are asked for', async () => {
    const { value } = await bodyOf<ListBody<{ referenceName: string }>>(get(fields))
    expect(value.map(({ referenceName }) => referenceName)).toContain('Microsoft.VSTS.TCM.ReproSteps')
    expect(value.some((field) => 'allowedValues' in field || 'dependentFields' in field)).toBe(false)
  })

  test.each([
    ['Microsoft.VSTS.Common.Severity', ['1 - Critical', '2 - High', '3 - Medium', '4 - Low']],
    ['Microsoft.VSTS.Common.Priority', ['1', '2', '3', '4']],
    ['System.State', ['New', 'Active', 'Resolved', 'Closed']],
    ['System.IterationPath', []],
  ])('%s tells its values as texts', async (name, values) => {
    expect(await bodyOf(get(`${fields}/${name}?$expand=allowedValues`))).toMatchObject({ allowedValues: values })
  })

  test('a field of people tells people, and a path the ID that follows it', async () => {
    const assigned = await bodyOf<{ allowedValues: object[] }>(get(`${fields}/System.AssignedTo?$expand=all`))
    expect(assigned.allowedValues[0]).toMatchObject({
      uniqueName: expect.stringContaining('@'),
      descriptor: expect.anything(),
    })
    expect(await bodyOf(get(`${fields}/System.AreaPath?$expand=dependentFields`))).toMatchObject({
      dependentFields: [{ referenceName: 'System.AreaId', name: 'Area ID' }],
    })
  })

  test('a field that the type does not have is 404', async () => {
    expect(await errorOf(get(`${fields}/Microsoft.VSTS.Scheduling.DueDate`))).toMatchObject({
      status: 404,
      code: 'TF51535',
    })
    expect((await get(`${fields}?$expand=odd`)).status).toBe(400)
  })
})
