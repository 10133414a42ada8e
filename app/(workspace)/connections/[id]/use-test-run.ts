import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer, useRef } from 'react'
import type { Connection } from '#lib/connections/schema'
import { connectionsQuery, testConnection } from '#query/connections'
import { unreachable } from '#query/problem'
import { reduceRun, runOf } from './test-run'

const brokeOff = { problem: unreachable('The test broke off before its last check.') }

/** Runs the connection test and shows each event as it comes. Cancelling and leaving the page end the test. */
export function useTestRun({ id, health }: Connection) {
  const client = useQueryClient()
  const [run, dispatch] = useReducer(reduceRun, health, runOf)
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])

  async function start(withWrite: boolean) {
    abort.current = new AbortController()
    const { signal } = abort.current
    dispatch({ type: 'begin' })
    try {
      let last = ''
      for await (const event of testConnection(id, { withWrite, signal })) {
        dispatch(event)
        last = event.type
      }
      if (last !== 'finished') dispatch({ type: 'broke', error: brokeOff })
    } catch (error) {
      if (!signal.aborted) dispatch({ type: 'broke', error })
    }
    await client.invalidateQueries(connectionsQuery())
  }

  function cancel() {
    abort.current?.abort()
    dispatch({ type: 'cancel' })
  }

  return { run, start, cancel }
}
