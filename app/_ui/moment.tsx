'use client'
import { useHydrated } from './hydrated'

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

function ago(iso: string): string {
  const seconds = (Date.parse(iso) - Date.now()) / 1000
  const unit = units.find(([, size]) => Math.abs(seconds) >= size)
  return unit ? relative.format(Math.round(seconds / unit[1]), unit[0]) : 'just now'
}

/** “3 hours ago”, with the exact time as tooltip. The server's clock is not the reader's, so it renders the date. */
export function Ago({ iso }: { readonly iso: string }) {
  const inBrowser = useHydrated()
  return (
    <time dateTime={iso} title={`${minute.format(new Date(iso))} UTC`}>
      {inBrowser ? ago(iso) : day.format(new Date(iso))}
    </time>
  )
}

/** A calendar day in UTC, the same for every reader, as certificates count. */
export function Day({ iso }: { readonly iso: string }) {
  return (
    <time dateTime={iso} title={`${minute.format(new Date(iso))} UTC`}>
      {day.format(new Date(iso))}
    </time>
  )
}

/** A day and its time in UTC, the same for every reader. */
export function Moment({ iso }: { readonly iso: string }) {
  return <time dateTime={iso}>{minute.format(new Date(iso))} UTC</time>
}
