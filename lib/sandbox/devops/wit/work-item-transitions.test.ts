import { expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../test-organization'

const { get, post } = createTestOrganization()

test('a check-in takes work in progress onward, and nothing else', async () => {
  const ids = Array.from({ length: 200 }, (_, index) => index + 1801)
  const { value: items } = await bodyOf<ListBody<{ id: number; fields: Record<string, string> }>>(
    post('_apis/wit/workitemsbatch?api-version=7.1', { ids, fields: ['System.State', 'System.WorkItemType'] }),
  )
  const { value } = await bodyOf<ListBody<{ id: number; stateOnTransition?: string; errorCode?: string }>>(
    get(`_apis/wit/workItemTransitions?ids=${ids.join()},999999&action=Checkin`),
  )
  const active = items.find(({ fields }) => fields['System.State'] === 'Active')
  expect(value.find(({ id }) => id === active?.id)?.stateOnTransition).toMatch(/^(Resolved|Closed)$/)
  const closed = items.find(({ fields }) => fields['System.State'] === 'Closed')
  expect(value.find(({ id }) => id === closed?.id)).toHaveProperty('errorCode')
  expect(value.at(-1)).toMatchObject({ id: 999_999, errorCode: 'WorkItemNotFound' })
  expect(await errorOf(get('_apis/wit/workItemTransitions'))).toMatchObject({ status: 400 })
})
