import { CopyButton } from './copy-button'
import { Fact } from './facts'

interface CopiedFactProps {
  readonly label: string
  readonly value: string
}

/** A value that people need elsewhere. */
export function CopiedFact({ label, value }: CopiedFactProps) {
  return (
    <Fact label={label}>
      <span className="flex items-start gap-1">
        <span className="wrap-anywhere min-w-0 font-mono text-sm leading-7">{value}</span>
        <CopyButton text={value} what={label} />
      </span>
    </Fact>
  )
}
