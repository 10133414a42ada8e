import { describe, expect, test } from 'vitest'
import { bodyOf, errorOf } from '../../test-organization'
import { add, createWriter } from './test-writer'

const { create, made, patch, read, send } = createWriter(20)
const common = 'Microsoft.VSTS.Common.'

describe('a write is refused for', () => {
  test.each([
    ['an unknown field', add('Custom.Nothing', 1), 'TF51535', 'WorkItemTrackingFieldDefinitionNotFoundException'],
    ['a text for a number', add(`${common}Priority`, 'high'), 'TF401326', 'WorkItemFieldInvalidException'],
    ['an object for a text', add('System.Title', {}), 'TF401326', 'WorkItemFieldInvalidException'],
    ['a title that is too long', add('System.Title', 'x'.repeat(256)), 'TF401326', 'WorkItemFieldInvalidException'],
    [
      'an area that is not there',
      add('System.AreaPath', 'Storefront\\No'),
      'TF401347',
      'WorkItemFieldInvalidTreeNameException',
    ],
    [
      'another project’s iteration',
      add('System.IterationPath', 'Field Service'),
      'TF401347',
      'WorkItemFieldInvalidTreeNameException',
    ],
    ['an empty title', add('System.Title', ''), 'TF401320', 'RuleValidationException'],
    ['a read-only field', add('System.CreatedDate', '2020-01-01'), 'TF401320', 'RuleValidationException'],
    ['a date that belongs to a state', add(`${common}ClosedDate`, '2020-01-01'), 'TF401320', 'RuleValidationException'],
    ['a value outside the list', add(`${common}Priority`, 9), '', 'RuleValidationException'],
    ['an unknown state', add('System.State', 'Nowhere'), '', 'RuleValidationException'],
    ['an unknown person', add('System.AssignedTo', 'nobody@contoso.example'), '', 'RuleValidationException'],
  ])('%s', async (_, operation, code, typeKey) => {
    const { id } = await made('User Story')
    const before = await read(id)
    expect(await errorOf(patch(id, [operation]))).toEqual({ status: 400, code, typeKey })
    expect(await read(id)).toEqual(before)
  })

  test('the numbers name the field, and -1 the item that is not there yet', async () => {
    const response = await create('Task', [add('System.Title', 'x'), add('System.AreaPath', 'No')])
    const { message } = await bodyOf<{ message: string }>(response)
    expect(message).toBe("TF401347: Invalid tree name given for work item -1, field 'System.AreaPath'.")
  })

  test('several broken rules are told together', async () => {
    const operations = [add('System.Title', ''), add(`${common}Priority`, 9)]
    const { message, customProperties } = await bodyOf<{
      message: string
      customProperties: { RuleValidationErrors: { fieldReferenceName: string }[] }
    }>(patch(12, operations))
    expect(customProperties.RuleValidationErrors).toHaveLength(2)
    expect(message).toMatch(/1 additional errors occurred during validation of the work item/)
  })

  test('a stale revision is 412, names the server’s first, and saves nothing', async () => {
    const { id } = await made('Task', 'Old')
    const response = await patch(id, [{ op: 'test', path: '/rev', value: 3 }, add('System.Title', 'New')])
    expect(response.status).toBe(412)
    const { message, typeKey } = await bodyOf<{ message: string; typeKey: string }>(response)
    expect(message).toBe('VS403351: Test Operation for path /rev failed, value 1 was not equal to test value 3.')
    expect(typeKey).toBe('TestPatchOperationFailedException')
    expect((await read(id)).fields['System.Title']).toBe('Old')
  })

  test('a deleted or unknown item is TF401232', async () => {
    const refused = { status: 404, code: 'TF401232', typeKey: 'WorkItemUnauthorizedAccessException' }
    expect(await errorOf(patch(999_999, [add('System.Title', 'x')]))).toEqual(refused)
  })

  test('another content type', async () => {
    const path = 'Storefront/_apis/wit/workitems/$Task?api-version=7.1'
    const response = await send('POST', path, [add('System.Title', 'x')], 'application/json; charset=utf-8')
    expect(response.status).toBe(400)
    const { message, typeKey } = await bodyOf<{ message: string; typeKey: string }>(response)
    expect(typeKey).toBe('VssRequestContentTypeNotSupportedException')
    expect(message).toContain('"application/json" for method type "POST"')
  })

  test.each([
    [{}, 'You must pass a valid patch document in the body of the request.'],
    ['text', 'You must pass a valid patch document in the body of the request.'],
    [[{ op: 'move', from: '/a', path: '/b' }], 'Move/Copy is not implemented.'],
    [[{ op: 4, from: '/a', path: '/b' }], 'Move/Copy is not implemented.'],
    [[{ op: 'set', path: '/b' }], 'Unrecognized operation type.'],
    [[{ op: 'add', path: 'fields/System.Title' }], 'Path is required to start with a / or be "".'],
    [[{ op: 'remove', path: '/fields/System.Title', value: 1 }], 'Remove requires Value to be null.'],
    [[{ op: 'remove', path: '/relations/99' }], 'Index out of range for path /relations/99.'],
    [
      [{ op: 'add', path: '/relations', value: [] }],
      'Work item patch does not support patching the top level property at path /relations.',
    ],
    [
      [{ op: 'add', path: '/title', value: 'x' }],
      'Work item patch does not support patching the top level property at path /title.',
    ],
  ])('the body %j', async (body, message) => {
    const response = await send('PATCH', '_apis/wit/workitems/12?api-version=7.1', body)
    expect(response.status).toBe(400)
    expect((await bodyOf<{ message: string }>(response)).message).toBe(message)
  })
})
