import 'server-only'
import type { Now } from '#lib/platform/http/time'

/**
 * Whole seconds by which our clock is ahead of the given time (negative: behind); nothing where the time cannot be read.
 * The Date header has no fraction, so less than a second says nothing.
 */
export function clockSkewSeconds(theirTime: string | null, now: Now): number | undefined {
  const theirs = Date.parse(theirTime ?? '')
  return Number.isNaN(theirs) ? undefined : Math.trunc((now() - theirs) / 1000)
}

/** “7 min 12 s behind Microsoft's”, for example. */
export function describeSkew(seconds: number): string {
  if (seconds === 0) return "equal to Microsoft's"
  const size = Math.abs(seconds)
  const minutes = size >= 60 ? `${Math.floor(size / 60)} min ` : ''
  return `${minutes}${size % 60} s ${seconds > 0 ? 'ahead of' : 'behind'} Microsoft's`
}
