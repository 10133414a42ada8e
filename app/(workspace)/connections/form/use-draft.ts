import { useEffect, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { ConnectionInput, ConnectionSettings } from '#lib/connections/schema'
import { settingsDraft, useSaveDraft } from '#query/setup'

const pause = 800

/** Keeps the form in a sealed cookie while it is filled in: at every pause of the typing, and when the page is left. */
export function useDraft(form: UseFormReturn<ConnectionInput, unknown, ConnectionSettings>) {
  const { mutate: save, status } = useSaveDraft(settingsDraft)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const done = useRef(false)

  useEffect(() => {
    const flush = () => {
      clearTimeout(timer.current)
      timer.current = undefined
      if (!done.current) save(draftOf(form.getValues()))
    }
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer.current)
        timer.current = setTimeout(flush, pause)
      },
    })
    return () => {
      unsubscribe()
      if (timer.current !== undefined) flush()
    }
  }, [form, save])

  /** Empties the draft once the connection is saved. */
  function discard() {
    done.current = true
    clearTimeout(timer.current)
    timer.current = undefined
    save({})
  }

  return { status, discard }
}

/** `retryCountMax` is whatever the number field holds. */
const draftOf = ({ retryCountMax, ...values }: ConnectionInput) => ({ ...values, retryCountMax: String(retryCountMax) })
