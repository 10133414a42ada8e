'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { SetupDraft } from '#lib/setup/schema'
import { fetchOk } from '#query/fetch'

export interface Autosave {
  readonly draft: SetupDraft
  /** Takes values over at once, and keeps them a moment later. */
  readonly change: (values: SetupDraft) => void
  /** Keeps what is not kept yet, now. */
  readonly save: () => Promise<void>
  /** Forgets all of it. */
  readonly discard: () => Promise<void>
  readonly saving: 'idle' | 'pending' | 'success' | 'error'
}

const pause = 700
const nothing = () => undefined

/** Keeps what is typed at every pause of the typing, and at once when the page is left. */
export function useAutosave(base: string, given: SetupDraft, onSaved: () => void = nothing): Autosave {
  const [draft, setDraft] = useState(given)
  const [saving, setSaving] = useState<Autosave['saving']>('idle')
  const latest = useRef(given)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const save = useCallback(async () => {
    if (timer.current === undefined) return
    clearTimeout(timer.current)
    timer.current = undefined
    setSaving('pending')
    try {
      await fetchOk(base, { method: 'PUT', body: latest.current, outlivesPage: true })
      setSaving('success')
      onSaved()
    } catch {
      setSaving('error')
    }
  }, [base, onSaved])

  useEffect(() => {
    const leave = () => void save()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [save])

  const change = useCallback(
    (values: SetupDraft) => {
      latest.current = { ...latest.current, ...values }
      setDraft(latest.current)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), pause)
    },
    [save],
  )

  const discard = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    await fetchOk(base, { method: 'DELETE' })
  }, [base])

  return useMemo(() => ({ draft, change, save, discard, saving }), [draft, change, save, discard, saving])
}
