import { CopyButton } from './copy-button'

/** SHA-1 or SHA-256, in upper-case hex. */
export const isThumbprint = (text: string): boolean => /^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(text)

/** A thumbprint in groups of four, so that two of them can be compared by eye. */
export function ThumbprintText({ value }: { readonly value: string }) {
  const groups = value.match(/.{1,4}/g) ?? []
  return (
    <span className="flex min-w-0 flex-wrap gap-x-1.5 font-mono text-sm leading-7 sm:text-xs sm:leading-7">
      <span className="sr-only">{value}</span>
      {groups.map((group, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one value never move
        <span key={position} aria-hidden="true">
          {group}
        </span>
      ))}
    </span>
  )
}

interface ThumbprintProps {
  /** Upper-case hex. */
  readonly value: string
  readonly what: string
}

/** A thumbprint and a button that copies it, without the gaps. */
export function Thumbprint({ value, what }: ThumbprintProps) {
  return (
    <span className="inline-flex max-w-full items-start gap-1">
      <ThumbprintText value={value} />
      <CopyButton text={value} what={what} />
    </span>
  )
}
