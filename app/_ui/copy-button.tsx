'use client'
import { useEffect, useState } from 'react'
import { BareButton } from './button'
import { Icon } from './icon'

interface CopyButtonProps {
  readonly text: string
  /** What is copied, for example “Client ID”. */
  readonly what: string
}

export function CopyButton({ text, what }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])

  return (
    <BareButton
      aria-label={`Copy ${what}`}
      title={`Copy ${what}`}
      onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-sunken hover:text-ink sm:size-7"
    >
      <Icon name={copied ? 'check' : 'copy'} className={copied ? 'size-4 text-passed' : 'size-4'} />
      <span aria-live="polite" className="sr-only">
        {copied && `${what} copied`}
      </span>
    </BareButton>
  )
}
