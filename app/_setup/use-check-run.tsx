'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { SetupProgress } from '#lib/setup/schema'
import { checkSetup } from '#query/setup'

export interface CheckRun {
  readonly progress: SetupProgress | undefined
  readonly isRunning: boolean
  readonly error: unknown
  /** A run that is under way ends, so that the latest values are the ones that are looked at. */
  readonly start: () => void
}

/** What was known completely stays until more is known; the first time, it is shown as it comes. */
const follow = (known: SetupProgress | undefined, line: SetupProgress): SetupProgress =>
  known?.isComplete && !line.isComplete ? known : line

/** Looks at a setup when it is opened and whenever it is asked to. */
export function useCheckRun(base: string): CheckRun {
  const [progress, setProgress] = useState<SetupProgress>()
  const [isRunning, setRunning] = useState(true)
  const [error, setError] = useState<unknown>()
  const abort = useRef<AbortController>(undefined)

  const look = useCallback(
    async (signal: AbortSignal) => {
      setRunning(true)
      setError(undefined)
      try {
        for await (const line of checkSetup(base, signal)) setProgress((known) => follow(known, line))
      } catch (thrown) {
        if (!signal.aborted) setError(thrown)
      }
      if (!signal.aborted) setRunning(false)
    },
    [base],
  )

  const start = useCallback(() => {
    abort.current?.abort()
    abort.current = new AbortController()
    void look(abort.current.signal)
  }, [look])

  useEffect(() => {
    start()
    return () => abort.current?.abort()
  }, [start])

  return useMemo(() => ({ progress, isRunning, error, start }), [progress, isRunning, error, start])
}
