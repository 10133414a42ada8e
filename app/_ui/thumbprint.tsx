import { CopyButton } from './copy-button'

interface ThumbprintProps {
  /** Upper-case hex. */
  readonly value: string
  readonly what: string
}

/** A thumbprint in groups of four, so that two of them can be compared by eye; copied without the gaps. */
export function Thumbprint({ value, what }: ThumbprintProps) {
  const groups = value.match(/.{1,4}/g) ?? []
  return (
    <span className="inline-flex max-w-full items-start gap-1">
      <span className="flex min-w-0 flex-wrap gap-x-1.5 font-mono text-sm leading-7 sm:text-xs sm:leading-7">
        <span className="sr-only">{value}</span>
        {groups.map((group, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one value never move
          <span key={position} aria-hidden="true">
            {group}
          </span>
        ))}
      </span>
      <CopyButton text={value} what={what} />
    </span>
  )
}
