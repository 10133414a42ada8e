'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { SetupDraft } from '#lib/setup/schema'
import { fetchJson, fetchOk } from '#query/fetch'

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

/**
 * Keeps what is typed at every pause of the typing, and at once when the page is left. Only what was changed is sent, so
 * that a page with an older draft does not undo what another has kept.
 */
export function useAutosave(base: string, given: SetupDraft, onSaved: () => void = nothing): Autosave {
  const [draft, setDraft] = useState(given)
  const [saving, setSaving] = useState<Autosave['saving']>('idle')
  const unsaved = useRef<SetupDraft>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const save = useCallback(async () => {
    clearTimeout(timer.current)
    const body = unsaved.current
    if (Object.keys(body).length === 0) return
    unsaved.current = {}
    setSaving('pending')
    try {
      const kept = await fetchJson<SetupDraft>(base, { method: 'PATCH', body, outlivesPage: true })
      setDraft({ ...kept, ...unsaved.current })
      setSaving('success')
      onSaved()
    } catch {
      unsaved.current = { ...body, ...unsaved.current }
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
      unsaved.current = { ...unsaved.current, ...values }
      setDraft((current) => ({ ...current, ...values }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), pause)
    },
    [save],
  )

  const discard = useCallback(async () => {
    clearTimeout(timer.current)
    unsaved.current = {}
    await fetchOk(base, { method: 'DELETE' })
  }, [base])

  return useMemo(() => ({ draft, change, save, discard, saving }), [draft, change, save, discard, saving])
}
