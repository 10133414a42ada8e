'use client'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import type { SetupDraft } from '#lib/setup/schema'
import { type Autosave, useAutosave } from './use-autosave'
import { type CheckRun, useCheckRun } from './use-check-run'

/** A setup while somebody works on it: their own, or the part of it that was handed on to them. */
interface SetupInHand extends Autosave {
  /** The address of its routes. */
  readonly base: string
  readonly run: CheckRun
}

const SetupContext = createContext<SetupInHand | undefined>(undefined)

export function useSetup(): SetupInHand {
  const setup = useContext(SetupContext)
  if (!setup) throw new Error('This belongs inside a SetupProvider.')
  return setup
}

interface SetupProviderProps {
  readonly base: string
  readonly draft: SetupDraft
  readonly children: ReactNode
}

/**
 * Holds a setup through all of its steps: what is typed is kept, then everything that can be known is looked at anew,
 * and what the server has written into the page is written with the new values.
 */
export function SetupProvider({ base, draft, children }: SetupProviderProps) {
  const { refresh } = useRouter()
  const run = useCheckRun(base)
  const { start } = run
  const onSaved = useCallback(() => {
    refresh()
    start()
  }, [refresh, start])
  const autosave = useAutosave(base, draft, onSaved)
  const setup = useMemo(() => ({ base, run, ...autosave }), [base, run, autosave])
  return <SetupContext value={setup}>{children}</SetupContext>
}
