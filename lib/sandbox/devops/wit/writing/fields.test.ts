import { describe, expect, test } from 'vitest'
import { bodyOf, errorOf, now } from '../../test-organization'
import { add, createWriter, type Item, remove, replace } from './test-writer'

const { create, made, organization, patch, patched, read, send } = createWriter()
const common = 'Microsoft.VSTS.Common.'
const clock = now.toISOString().replace('.000Z', 'Z')

describe('creating a work item', () => {
  test('answers 200 with the whole item: at its project’s roots, in the first state, with the defaults of its type', async () => {
    const response = await create('Bug', [add('System.Title', 'Prices are wrong')])
    expect(response.status).toBe(200)
    const { id, rev, fields, multilineFieldsFormat, url } = await bodyOf<Item>(response)
    expect(rev).toBe(1)
    expect(multilineFieldsFormat).toEqual({})
    expect(url).toMatch(new RegExp(`/_apis/wit/workItems/${id}$`))
    expect(fields).toEqual({
      'System.AreaPath': 'Storefront',
      'System.TeamProject': 'Storefront',
      'System.IterationPath': 'Storefront',
      'System.WorkItemType': 'Bug',
      'System.State': 'New',
      'System.Reason': 'New',
      'System.CreatedDate': clock,
      'System.CreatedBy': expect.objectContaining({ displayName: 'Practice app' }),
      'System.ChangedDate': clock,
      'System.ChangedBy': expect.objectContaining({ descriptor: expect.stringMatching(/^aadsp\./) }),
      'System.CommentCount': 0,
      'System.Title': 'Prices are wrong',
      [`${common}StateChangeDate`]: clock,
      [`${common}Priority`]: 2,
      [`${common}Severity`]: '3 - Medium',
      [`${common}ValueArea`]: 'Business',
    })
    expect((await read(id)).fields).toMatchObject(fields)
  })

  test('PATCH creates as well, and the $ may be encoded', async () => {
    const path = 'Workplace/_apis/wit/workitems/%24Task?api-version=7.1'
    const { rev, fields } = await bodyOf<Item>(send('PATCH', path, [add('System.Title', 'One')]))
    expect(rev).toBe(1)
    expect(fields['System.Reason']).toBe('Added to backlog')
  })

  test('IDs go on behind the last one, and the item is found by a query', async () => {
    const { id } = await made('Task', 'An unusual title')
    expect((await made('Task')).id).toBe(id + 1)
    const query = "SELECT [System.Id] FROM WorkItems WHERE [System.Title] = 'An unusual title'"
    const path = '_apis/wit/wiql?api-version=7.1'
    const found = await bodyOf<{ workItems: { id: number }[] }>(organization.post(path, { query }))
    expect(found.workItems.map((item) => item.id)).toEqual([id])
  })

  test('without a title it is refused as a broken rule, in the whole envelope', async () => {
    const response = await create('Task', [])
    expect(response.status).toBe(400)
    const message = 'TF401320: Rule Error for field Title. Error code: Required, InvalidEmpty.'
    const body = await bodyOf<Record<string, unknown>>(response)
    expect(body).toEqual({
      $id: '1',
      customProperties: {
        FieldReferenceName: null,
        FieldStatusFlags: 'none',
        ErrorMessage: message,
        FieldStatusCode: 0,
        RuleValidationErrors: [
          {
            fieldReferenceName: 'System.Title',
            fieldStatusFlags: 'required, invalidEmpty',
            errorMessage: message,
            fieldStatusCode: 524_289,
            ruleValidationErrors: null,
          },
        ],
      },
      innerException: null,
      message,
      typeName:
        'Microsoft.TeamFoundation.WorkItemTracking.Server.RuleValidationException, Microsoft.TeamFoundation.WorkItemTracking.Server',
      typeKey: 'RuleValidationException',
      errorCode: 600_171,
      eventId: 3200,
    })
    expect(Object.keys(body).slice(0, 3)).toEqual(['$id', 'customProperties', 'innerException'])
  })

  test('validateOnly answers like success and creates nothing', async () => {
    const before = await made('Task')
    const would = await bodyOf<Item>(create('Task', [add('System.Title', 'x')], { query: '&validateOnly=true' }))
    expect(would.id).toBe(-1)
    expect((await made('Task')).id).toBe(before.id + 1)
    expect(await errorOf(create('Task', [], { query: '&validateOnly=true' }))).toMatchObject({ code: 'TF401320' })
  })

  test('what it would be at first can be read: its defaults, without ID, revision and title', async () => {
    const body = await bodyOf<Item>(organization.get('Field Service/_apis/wit/workitems/$Bug?api-version=7.1'))
    expect(Object.keys(body)).toEqual(['fields', '_links', 'url'])
    expect(body.fields).toMatchObject({
      'System.WorkItemType': 'Bug',
      'System.AreaPath': 'Field Service',
      'System.State': 'New',
      'System.Reason': 'New defect reported',
      [`${common}StateChangeDate`]: '1753-01-01T00:00:00Z',
      [`${common}Severity`]: '3 - Medium',
    })
    for (const name of ['Title', 'CreatedDate', 'ChangedDate', 'CommentCount']) {
      expect(body.fields).not.toHaveProperty([`System.${name}`])
    }
  })

  test('an unknown type is VS402323', async () => {
    const code = 'VS402323'
    expect(await errorOf(create('Wish', [add('System.Title', 'x')]))).toMatchObject({ status: 404, code })
  })
})

describe('updating fields', () => {
  test('a revision more, by its author; what is not named stays', async () => {
    const before = await read(5)
    const after = await patched(5, add('System.Title', 'Another'))
    expect(after.rev).toBe(before.rev + 1)
    expect(after.fields).toMatchObject({ 'System.Title': 'Another', 'System.ChangedDate': clock })
    expect(after.fields['System.State']).toBe(before.fields['System.State'])
    expect(after.fields['System.Description']).toBe(before.fields['System.Description'])
  })

  test('setting what is there already makes no revision', async () => {
    const before = await read(6)
    const after = await patched(6, add('System.Title', before.fields['System.Title']))
    expect(after.rev).toBe(before.rev)
  })

  test('remove, an empty text and null empty a field; an emptied description does not come back', async () => {
    for (const operation of [
      remove('/fields/System.Description'),
      add('System.Description', ''),
      add('System.Description', null),
    ]) {
      const { id } = await made('Task')
      await patched(id, add('System.Description', 'Text'))
      await patched(id, operation)
      expect((await read(id)).fields).not.toHaveProperty(['System.Description'])
    }
    const seeded = await Promise.all(Array.from({ length: 20 }, (_, at) => read(at + 1)))
    const { id = 0 } = seeded.find(({ fields }) => fields['System.Description'] !== undefined) ?? {}
    await patched(id, remove('/fields/System.Description'))
    expect((await read(id)).fields).not.toHaveProperty(['System.Description'])
  })

  test('add merges tags whatever their case, replace overwrites them, an empty text clears them', async () => {
    const { id } = await made('Task')
    const tags = async (...operations: Parameters<typeof patched>[1][]) =>
      (await patched(id, ...operations)).fields['System.Tags']
    expect(await tags(add('System.Tags', 'my tag'))).toBe('my tag')
    expect(await tags(add('System.Tags', 'tag2; MY TAG'))).toBe('my tag; tag2')
    expect(await tags(replace('System.Tags', 'tag2'))).toBe('tag2')
    expect(await tags(replace('System.Tags', ''))).toBeUndefined()
    expect((await read(id)).rev).toBe(5)
  })

  test('System.History is a comment: counted, and in its revision only', async () => {
    const { id, fields } = await made('Task')
    const said = await patched(id, add('System.History', 'Looks good'))
    expect(said.fields['System.CommentCount']).toBe(Number(fields['System.CommentCount']) + 1)
    expect(said.fields['System.History']).toBe('Looks good')
    expect((await patched(id, add('System.Title', 'x'))).fields).not.toHaveProperty(['System.History'])
  })

  test('people by mail, name, both, or as the object that an answer had', async () => {
    const { fields } = await read(1)
    const person = fields['System.CreatedBy'] as { displayName: string; uniqueName: string; id: string }
    const { displayName, uniqueName } = person
    for (const value of [
      uniqueName,
      displayName,
      `${displayName} <${uniqueName}>`,
      `${displayName}<${uniqueName}>`,
      person,
    ]) {
      const { id } = await made('Task')
      const assigned = (await patched(id, add('System.AssignedTo', value))).fields['System.AssignedTo']
      expect(assigned).toEqual(person)
      expect((await patched(id, add('System.AssignedTo', ''))).fields).not.toHaveProperty(['System.AssignedTo'])
    }
  })

  test('the caller itself can be assigned', async () => {
    const { id, fields } = await made('Task')
    const after = await patched(id, add('System.AssignedTo', fields['System.CreatedBy']))
    expect(after.fields['System.AssignedTo']).toEqual(fields['System.CreatedBy'])
  })

  test('numbers and names of operations mean the same; fields go by their display name too, in any case', async () => {
    const { id } = await made('Task')
    const { fields } = await patched(
      id,
      { op: 0, path: '/fields/system.title', value: 'a' },
      { op: 2, path: '/fields/Priority', value: 3 },
    )
    expect(fields).toMatchObject({ 'System.Title': 'a', [`${common}Priority`]: 3 })
  })

  test('area and iteration by path, slash or not, and by ID', async () => {
    const { id } = await made('Task')
    const root = await read(id)
    const inside = await patched(id, add('System.AreaPath', '\\Storefront\\'), add('System.Title', 'x'))
    expect(inside.fields['System.AreaPath']).toBe('Storefront')
    const others = await Promise.all(Array.from({ length: 40 }, (_, at) => read(at + 1)))
    const other = others.find(({ fields }) => String(fields['System.AreaPath']).startsWith('Storefront\\'))
    const { 'System.AreaId': areaId, 'System.AreaPath': areaPath } = other?.fields ?? {}
    expect((await patched(id, add('System.AreaId', areaId))).fields['System.AreaPath']).toBe(areaPath)
    const back = add('System.IterationId', root.fields['System.IterationId'])
    expect((await patched(id, back)).fields['System.IterationPath']).toBe('Storefront')
  })

  test('the format of a long text is kept and told', async () => {
    const { id } = await made('Task')
    const format = { op: 'add', path: '/multilineFieldsFormat/System.Description', value: 'Markdown' }
    await patched(id, add('System.Description', '# Why'), format)
    expect((await read(id)).multilineFieldsFormat).toEqual({ 'System.Description': 'markdown' })
  })

  test('System.Parent is taken and does nothing: only a link makes a parent', async () => {
    const { id } = await made('Task')
    expect((await patched(id, add('System.Parent', 1))).rev).toBe(1)
    expect((await read(id)).fields).not.toHaveProperty(['System.Parent'])
  })

  test('an item changes its type, and starts anew where the new type has no such state', async () => {
    const { id } = await made('Bug')
    await patched(id, add('System.State', 'Resolved'))
    const { fields } = await patched(id, add('System.WorkItemType', 'Task'))
    expect(fields).toMatchObject({ 'System.WorkItemType': 'Task', 'System.State': 'New', 'System.Reason': 'New' })
  })

  test('an item moves to another project if it is told where to there', async () => {
    const { id } = await made('Bug')
    const project = add('System.TeamProject', 'Field Service')
    expect(await errorOf(patch(id, [project]))).toMatchObject({ status: 400, code: 'TF401347' })
    const paths = ['AreaPath', 'IterationPath'].map((name) => add(`System.${name}`, 'Field Service'))
    const { fields } = await patched(id, ...paths, project)
    expect(fields).toMatchObject({ 'System.TeamProject': 'Field Service', 'System.AreaPath': 'Field Service' })
  })

  test('validateOnly shows what would be, at the old revision, and changes nothing', async () => {
    const { id } = await made('Task', 'Old')
    const would = await bodyOf<Item>(patch(id, [add('System.Title', 'New')], '&validateOnly=true'))
    expect([would.rev, would.fields['System.Title']]).toEqual([1, 'New'])
    expect((await read(id)).fields['System.Title']).toBe('Old')
  })

  test('bypassRules takes any value, any date and anybody, known or not', async () => {
    const { id } = await made('Task')
    const created = '2020-02-02T02:02:02Z'
    const operations = [
      add('System.State', 'Closed'),
      add('System.AssignedTo', 'Invalid Value'),
      add('System.CreatedDate', created),
      add('System.ChangedDate', created),
      add(`${common}Priority`, 17),
    ]
    const { fields } = await bodyOf<Item>(patch(id, operations, '&bypassRules=true'))
    expect(fields).toMatchObject({
      'System.State': 'Closed',
      'System.Reason': 'New',
      'System.AssignedTo': { displayName: 'Invalid Value' },
      'System.CreatedDate': created,
      'System.ChangedDate': created,
      [`${common}Priority`]: 17,
    })
    expect(fields).not.toHaveProperty([`${common}ClosedDate`])
  })
})
