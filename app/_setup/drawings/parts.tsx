import type { ReactNode } from 'react'

/** Our own sketches of the portals' screens: what matters on each, and nothing else. All measures are units of the picture. */

const width = 400

interface SketchProps {
  /** What the picture shows, for those who do not see it. */
  readonly label: string
  /** The bar on top, for example “Microsoft Entra admin center”. */
  readonly bar: string
  readonly height: number
  readonly children: ReactNode
}

/** A window of a portal. */
export function Sketch({ label, bar, height, children }: SketchProps) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className="w-full max-w-xl rounded-xl border border-line bg-surface"
    >
      <rect width={width} height="26" className="fill-sunken" />
      <path d={`M0 26h${width}`} className="stroke-line" />
      <Words x={12} y={17} text={bar} isStrong />
      {children}
    </svg>
  )
}

interface WordsProps {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly isStrong?: boolean
  readonly tone?: 'fill-ink' | 'fill-muted' | 'fill-accent-ink' | 'fill-on-accent'
}

export function Words({ x, y, text, isStrong = false, tone = isStrong ? 'fill-ink' : 'fill-muted' }: WordsProps) {
  return (
    <text x={x} y={y} className={`${tone} text-[10px] ${isStrong ? 'font-semibold' : ''}`}>
      {text}
    </text>
  )
}

interface BoxProps {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly text?: string
  readonly label?: string
  readonly isMarked?: boolean
}

/** A field with its label above it. */
export function Entry({ x, y, width, label, text, isMarked = false }: BoxProps) {
  return (
    <>
      {label && <Words x={x} y={y - 5} text={label} />}
      <rect x={x} y={y} width={width} height="20" rx="3" className={`fill-surface ${strokeOf(isMarked)}`} />
      {text && <Words x={x + 7} y={y + 13.5} text={text} tone="fill-ink" />}
    </>
  )
}

const strokeOf = (isMarked: boolean): string => (isMarked ? 'stroke-accent stroke-2' : 'stroke-control')

export function Push({ x, y, width, text = '', isMarked = false }: BoxProps) {
  return (
    <>
      <rect x={x} y={y} width={width} height="20" rx="3" className={isMarked ? 'fill-accent' : 'fill-sunken'} />
      <Words x={x + 8} y={y + 13.5} text={text} tone={isMarked ? 'fill-on-accent' : 'fill-ink'} />
    </>
  )
}

interface MenuProps {
  readonly entries: readonly string[]
  /** The entry to choose. */
  readonly chosen: string
}

/** The list of pages at the left. */
export function Menu({ entries, chosen }: MenuProps) {
  return (
    <>
      <path d="M120 26v400" className="stroke-line" />
      {entries.map((entry, place) => (
        <g key={entry}>
          {entry === chosen && (
            <rect x="6" y={36 + place * 20} width="108" height="18" rx="3" className="fill-accent-soft" />
          )}
          <Words
            x={12}
            y={48 + place * 20}
            text={entry}
            tone={entry === chosen ? 'fill-accent-ink' : 'fill-muted'}
            isStrong={entry === chosen}
          />
        </g>
      ))}
    </>
  )
}

/** A numbered mark beside the thing that the text speaks of. */
export function Mark({ x, y, number }: { readonly x: number; readonly y: number; readonly number: number }) {
  return (
    <>
      <circle cx={x} cy={y} r="8" className="fill-accent" />
      <text x={x} y={y + 3.5} textAnchor="middle" className="fill-on-accent font-semibold text-[10px]">
        {number}
      </text>
    </>
  )
}

/** What fits into a picture of somebody's own value. */
export const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text
