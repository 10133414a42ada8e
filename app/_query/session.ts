import { useMutation } from '@tanstack/react-query'
import { fetchJson, fetchOk } from './fetch'

/** Leaves by a full page load, so that nothing of the last session stays in memory. */
export const useSignIn = () =>
  useMutation({
    mutationFn: (key: string) => fetchJson<{ next: string }>('/api/sign-in', { method: 'POST', body: { key } }),
    onSuccess: ({ next }) => location.assign(next),
  })

export const useSignOut = () =>
  useMutation({
    mutationFn: () => fetchOk('/api/sign-out', { method: 'POST' }),
    onSuccess: () => {
      // What was typed here is not for whoever signs in next.
      sessionStorage.clear()
      location.assign('/sign-in')
    },
  })
