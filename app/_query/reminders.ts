import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Channel, Reminders, RemindersInput, TestReceipt } from '#lib/reminders/schema'
import { fetchJson } from './fetch'

export const remindersQuery = () =>
  queryOptions({
    queryKey: ['reminders'],
    queryFn: ({ signal }) => fetchJson<Reminders>('/api/reminders', { signal }),
  })

export function useSaveReminders() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: RemindersInput) => fetchJson<Reminders>('/api/reminders', { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries(remindersQuery()),
  })
}

export const useTestMessage = (channel: Channel) =>
  useMutation({
    mutationFn: () => fetchJson<TestReceipt>('/api/reminders/test', { method: 'POST', body: { channel } }),
  })
