import type { SimulatedTry } from '#lib/connections/retries/schema'
import { secondsText } from './retry-words'

const width = 600
const margin = 6

interface Span {
  readonly from: number
  readonly to: number
  readonly isPolicys: boolean
}

function spansOf(tries: readonly SimulatedTry[]): Span[] {
  return tries.flatMap(({ at, waits }) => {
    let from = at
    return waits.map(({ by, seconds }) => {
      const span = { from, to: from + seconds, isPolicys: by === 'policy' }
      from = span.to
      return span
    })
  })
}

interface RetryTimelineProps {
  readonly tries: readonly SimulatedTry[]
  readonly heldSeconds: number
}

/** The tries as ticks and the waits as bars between them. The table beside it says the same in words. */
export function RetryTimeline({ tries, heldSeconds }: RetryTimelineProps) {
  const lastAt = tries.at(-1)?.at ?? 0
  const total = lastAt + heldSeconds
  if (total === 0) return null
  const x = (seconds: number) => margin + (seconds / total) * (width - 2 * margin)
  const held: Span = { from: lastAt, to: total, isPolicys: false }
  return (
    <figure>
      <svg viewBox={`0 0 ${width} 36`} role="img" aria-label="Tries and waits, in time" className="w-full">
        {[...spansOf(tries), held].map(({ from, to, isPolicys }) => (
          <rect
            key={`${from} ${to}`}
            x={x(from)}
            y={12}
            width={x(to) - x(from)}
            height={12}
            className={isPolicys ? 'fill-accent' : 'fill-warned'}
          />
        ))}
        {tries.map(({ at, next }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a try is nothing but its place in the order
          <rect key={index} x={x(at) - 2} y={2} width={4} height={32} className={tickClass(next)} />
        ))}
      </svg>
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-muted text-xs">
        <span>0 s</span>
        <Legend className="bg-accent" text="wait of the policy" />
        <Legend className="bg-warned" text="asked for by the server" />
        <span>{secondsText(total)}</span>
      </figcaption>
    </figure>
  )
}

function tickClass(next: SimulatedTry['next']): string {
  if (next === 'answered') return 'fill-passed'
  return next === 'given up' ? 'fill-failed' : 'fill-ink'
}

function Legend({ className, text }: { readonly className: string; readonly text: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={`size-2.5 rounded-sm ${className}`} />
      {text}
    </span>
  )
}
