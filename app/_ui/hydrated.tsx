'use client'
import { useEffect, useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether React answers on this page; what the server rendered is there before that, and hears nothing. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** Tells whoever drives the page from outside, such as the end-to-end tests, from when on it answers. */
export function HydrationMark() {
  useEffect(() => {
    document.documentElement.dataset.hydrated = 'true'
  }, [])
  return null
}
