'use client'
import { useEffect, useState } from 'react'

const untilStill = (until: string | undefined): string | undefined =>
  until !== undefined && Date.parse(until) > Date.now() ? until : undefined

/** Until when the console may write; undefined as soon as the time is over. */
export function useWritesUntil(told: string | undefined) {
  const [until, setUntil] = useState(untilStill(told))
  useEffect(() => {
    if (until === undefined) return
    const timer = setTimeout(() => setUntil(undefined), Date.parse(until) - Date.now())
    return () => clearTimeout(timer)
  }, [until])
  return [until, setUntil] as const
}
