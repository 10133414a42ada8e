'use client'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { locationsQuery, sendRequest } from '#query/console'
import { askedVersion, bodyOf, type Draft, type Place, readAddress } from './request'
import type { Answered } from './session'

/** The address is the request, without its body: it survives a reload, and can be sent to a colleague. */
function keepInAddress({ path, host }: Draft): void {
  history.replaceState(null, '', `?${new URLSearchParams({ host, path })}`)
}

/** A service that did not tell its resources is not asked again before each request. */
function resourcesOf(client: QueryClient, query: ReturnType<typeof locationsQuery>) {
  const known = client.getQueryState(query.queryKey)
  if (known?.status === 'error') return []
  return known?.data ?? client.ensureQueryData(query).catch(() => [])
}

interface Connection {
  readonly id: string
  readonly place: Place
}

/** The version for a draft; none, and so the connection's own, where it has no address. */
async function versionOf(client: QueryClient, { id, place }: Connection, draft: Draft): Promise<string | undefined> {
  const { address } = readAddress(draft, place)
  if (!address) return undefined
  return askedVersion(address, await resourcesOf(client, locationsQuery(id, address.host)), place).version
}

interface Sending {
  readonly draft: Draft
  readonly signal: AbortSignal
}

/** One request at a time, and each is sent at once or not at all. */
export function useSend(id: string, place: Place, onAnswer: (answered: Answered) => void) {
  const client = useQueryClient()
  const going = useRef<AbortController>(undefined)
  const [stopped, setStopped] = useState<Draft>()
  const { mutate, reset, isPending, error, variables } = useMutation({
    async mutationFn({ draft, signal }: Sending) {
      const { method, host, path } = draft
      const apiVersion = await versionOf(client, { id, place }, draft)
      return sendRequest(id, { method, host, path, ...(apiVersion && { apiVersion }), ...bodyOf(draft) }, signal)
    },
    onSuccess: (answer, { draft, signal }) => !signal.aborted && onAnswer({ draft, answer }),
    onSettled: (_answer, _error, { signal }) => {
      if (going.current?.signal === signal) going.current = undefined
    },
    // Paused while there is no network, a request would go out when nobody waits for it any more.
    networkMode: 'always',
    // Those of `session` are enough.
    gcTime: 0,
  })

  /** False where another request is still going; then nothing is sent. */
  const send = useCallback(
    (draft: Draft): boolean => {
      if (going.current) return false
      going.current = new AbortController()
      setStopped(undefined)
      keepInAddress(draft)
      mutate({ draft, signal: going.current.signal })
      return true
    },
    [mutate],
  )

  function stop() {
    going.current?.abort()
    going.current = undefined
    setStopped(variables?.draft)
    reset()
  }
  return { send, stop, stopped, isPending, error }
}
