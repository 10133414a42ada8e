import { expect, test } from 'vitest'
import { errorOf } from '../../test-organization'
import { add, createWriter } from './test-writer'

const title = add('System.Title', 'x')
const query = '&bypassRules=true'

test('a reader may not write, and nothing comes of trying', async () => {
  const { create, organization, patch, read } = createWriter(20, 'readers')
  const before = await read(1)
  const refused = { status: 403, code: 'TF237111' }
  expect(await errorOf(create('Task', [title]))).toMatchObject(refused)
  expect(await errorOf(create('Task', [title], { query: '&validateOnly=true' }))).toMatchObject(refused)
  expect(await errorOf(patch(1, [title]))).toMatchObject(refused)
  expect(await errorOf(organization.send('DELETE', '_apis/wit/workitems/1'))).toMatchObject({ status: 403 })
  expect(await read(1)).toEqual(before)
})

test('a contributor writes, deletes and restores, but neither bypasses rules nor destroys', async () => {
  const { create, made, organization, patch } = createWriter(20, 'contributors')
  const { id } = await made('Task')
  expect(await errorOf(patch(id, [title], query))).toMatchObject({ status: 403, code: 'TF401322' })
  expect(await errorOf(create('Task', [title], { query }))).toMatchObject({ status: 403, code: 'TF401322' })
  const { send } = organization
  const denied = { status: 403, typeKey: 'AccessCheckException' }
  expect(await errorOf(send('DELETE', `_apis/wit/workitems/${id}?destroy=true`))).toMatchObject(denied)
  expect((await send('DELETE', `_apis/wit/workitems/${id}`)).status).toBe(200)
  expect(await errorOf(send('DELETE', `_apis/wit/recyclebin/${id}`))).toMatchObject(denied)
  expect((await send('PATCH', `_apis/wit/recyclebin/${id}`, { isDeleted: false })).status).toBe(200)
})

test('an area may be closed to a caller who may write elsewhere', async () => {
  const { made, organization, patched, patch, read } = createWriter(20)
  const { value } = await (await organization.get('Storefront/_apis/wit/classificationnodes?$depth=1')).json()
  const [root] = value
  const [area] = root.children
  const { fields } = await read(1)
  const { descriptor } = Object(fields['System.CreatedBy'])
  expect(descriptor).toEqual(expect.any(String))
  const { id, fields: own } = await made('Task')
  const token = [root, area].map(({ identifier }) => `vstfs:///Classification/Node/${identifier}`).join(':')
  const me = Object(own['System.CreatedBy']).descriptor
  const entries = { token, merge: false, accessControlEntries: [{ descriptor: me, allow: 0, deny: 0x20 }] }
  const path = '_apis/accesscontrolentries/83e28ad4-2d72-4ceb-97b0-c7726d5502c3'
  expect((await organization.send('POST', path, entries)).status).toBe(200)
  const there = add('System.AreaPath', `Storefront\\${area.name}`)
  expect(await errorOf(patch(id, [there]))).toMatchObject({ status: 403, code: 'TF237111' })
  expect((await patched(id, title)).rev).toBe(2)
})
