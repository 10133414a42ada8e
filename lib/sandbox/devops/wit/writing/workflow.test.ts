import { describe, expect, test } from 'vitest'
import { bodyOf, errorOf, now } from '../../test-organization'
import { add, createWriter, type Item } from './test-writer'

const { create, made, patch, patched } = createWriter(50)
const common = 'Microsoft.VSTS.Common.'
const state = (value: string) => add('System.State', value)
const dates = ['StateChange', 'Activated', 'Resolved', 'Closed'].map((name) => `${common}${name}Date`)
const clock = now.toISOString().replace('.000Z', 'Z')

/** Which of the dates that go with states an item has. */
const datesOf = ({ fields }: Item): string[] =>
  dates.filter((name) => fields[name] !== undefined).map((name) => name.slice(common.length, -'Date'.length))

async function walked(type: string, path: readonly string[], project = 'Storefront'): Promise<Item> {
  let item = await made(type, type, { project })
  for (const step of path) item = await patched(item.id, state(step))
  return item
}

describe('states', () => {
  test.each([
    ['Storefront', 'User Story', ['Active'], 'Implementation started', ['StateChange', 'Activated']],
    [
      'Storefront',
      'User Story',
      ['Resolved'],
      'Code complete and unit tests pass',
      ['StateChange', 'Activated', 'Resolved'],
    ],
    [
      'Storefront',
      'User Story',
      ['Active', 'Closed'],
      'Acceptance tests pass',
      ['StateChange', 'Activated', 'Resolved', 'Closed'],
    ],
    [
      'Storefront',
      'User Story',
      ['Closed'],
      'Acceptance tests pass',
      ['StateChange', 'Activated', 'Resolved', 'Closed'],
    ],
    ['Storefront', 'User Story', ['Closed', 'Active'], 'Reintroduced in Scope', ['StateChange', 'Activated']],
    ['Storefront', 'User Story', ['Closed', 'Resolved'], 'Closed in Error', ['StateChange', 'Activated', 'Resolved']],
    ['Storefront', 'User Story', ['Active', 'New'], 'Moved to the backlog', ['StateChange']],
    ['Storefront', 'User Story', ['Removed'], 'Removed from the backlog', ['StateChange']],
    ['Storefront', 'User Story', ['Removed', 'New'], 'Reconsidering the User Story', ['StateChange']],
    ['Storefront', 'Bug', ['Resolved'], 'Fixed', ['StateChange', 'Activated', 'Resolved']],
    [
      'Storefront',
      'Bug',
      ['Active', 'Resolved', 'Closed'],
      'Verified',
      ['StateChange', 'Activated', 'Resolved', 'Closed'],
    ],
    ['Storefront', 'Bug', ['Closed', 'Active'], 'Regression', ['StateChange', 'Activated']],
    ['Storefront', 'Task', ['Closed'], 'Completed', ['StateChange', 'Closed']],
    ['Storefront', 'Task', ['Active', 'Closed', 'Active'], 'Reactivated', ['StateChange', 'Activated']],
    ['Field Service', 'Product Backlog Item', ['Done'], 'Work finished', ['StateChange', 'Closed']],
    ['Field Service', 'Product Backlog Item', ['Done', 'Committed'], 'Additional work found', ['StateChange']],
    ['Workplace', 'Task', ['Done'], 'Completed', ['StateChange', 'Closed']],
    ['Workplace', 'Task', ['Doing'], 'Started', ['StateChange', 'Activated']],
    ['Workplace', 'Task', ['Done', 'To Do'], 'Moved to backlog', ['StateChange']],
  ])('%s, %s over %j: reason “%s”, dates %j', async (project, type, path, reason, expected) => {
    const item = await walked(type, path, project)
    expect(item.fields['System.Reason']).toBe(reason)
    expect(datesOf(item)).toEqual(expected)
    expect(item.fields[`${common}StateChangeDate`]).toBe(clock)
    expect(item.fields[`${common}ClosedBy`] !== undefined).toBe(expected.includes('Closed'))
  })

  test('a reason is one of those of the transition', async () => {
    const { id } = await walked('Bug', ['Active'])
    const reason = (value: string) => add('System.Reason', value)
    expect(await errorOf(patch(id, [state('Resolved'), reason('Because')]))).toMatchObject({
      typeKey: 'RuleValidationException',
    })
    const { fields } = await patched(id, reason('Duplicate'), state('Resolved'))
    expect(fields).toMatchObject({ 'System.Reason': 'Duplicate', [`${common}ResolvedReason`]: 'Duplicate' })
  })

  test('a reason alone may change to another that leads to the state', async () => {
    const { id } = await walked('Bug', ['Resolved'])
    expect((await patched(id, add('System.Reason', 'Deferred'))).fields['System.Reason']).toBe('Deferred')
    const refused = { status: 400, typeKey: 'RuleValidationException' }
    expect(await errorOf(patch(id, [add('System.Reason', 'Because')]))).toMatchObject(refused)
  })

  test('a state may be written in any case', async () => {
    expect((await walked('Task', ['active'])).fields['System.State']).toBe('Active')
  })

  test('what is done is not removed; what was removed starts again', async () => {
    const { id } = await walked('User Story', ['Closed'])
    const body = await bodyOf<{ message: string }>(patch(id, [state('Removed')]))
    expect(body.message).toBe(
      "The field 'State' contains the value 'Removed' that is not in the list of supported values",
    )
    const removed = await walked('User Story', ['Removed'])
    expect(await errorOf(patch(removed.id, [state('Active')]))).toMatchObject({ typeKey: 'RuleValidationException' })
  })

  test('a new item is in its first state, unless the rules are off', async () => {
    const operations = [add('System.Title', 'x'), state('Active')]
    expect(await errorOf(create('Task', operations))).toMatchObject({ typeKey: 'RuleValidationException' })
    const { fields } = await bodyOf<Item>(create('Task', operations, { query: '&bypassRules=true' }))
    expect(fields['System.State']).toBe('Active')
  })

  test('a task that is closed has no work left, and may not be given any', async () => {
    const left = 'Microsoft.VSTS.Scheduling.RemainingWork'
    const { id } = await made('Task')
    await patched(id, add(left, 5))
    expect(await errorOf(patch(id, [state('Closed'), add(left, 2)]))).toMatchObject({ code: 'TF401320' })
    expect((await patched(id, state('Closed'))).fields).not.toHaveProperty([left])
  })

  test('a required list cannot be emptied', async () => {
    const { id } = await made('User Story')
    const { message } = await bodyOf<{ message: string }>(patch(id, [add(`${common}ValueArea`, '')]))
    expect(message).toBe('TF401320: Rule Error for field Value Area. Error code: Required, HasValues, InvalidEmpty.')
  })
})
