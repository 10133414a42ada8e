'use client'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import type { Evidence, Owner } from '#lib/platform/errors/index'
import { EvidenceTable } from './evidence'
import { Icon } from './icon'

interface FindingProps {
  readonly finding: {
    readonly code: string
    readonly title: string
    readonly cause: string
    readonly remedy: string
    readonly detail?: string
    readonly evidence: readonly Evidence[]
    readonly owner: Owner | 'you'
  }
  /** Failures are open; the rest opens on demand. */
  readonly isOpen: boolean
  /** Where it is mended. */
  readonly actions?: ReactNode
}

const owners: Readonly<Record<Owner | 'you', string>> = {
  you: 'You',
  'entra administrator': 'An administrator of Entra ID, or an owner of the app registration',
  'collection administrator': 'A Project Collection Administrator of the organization',
  'key vault administrator': 'Whoever manages the key vault: its rights, its keys and its network',
  operator: 'Whoever runs this server',
  microsoft: 'Microsoft',
}

/** What is wrong, why, the way to mend it and in whose hands that is. */
export function FindingDetails({ finding, isOpen, actions }: FindingProps) {
  const [open, setOpen] = useState(isOpen)
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="group mt-2 rounded-xl border border-line bg-canvas"
    >
      <summary className="flex min-h-11 list-none flex-wrap items-center gap-x-2 rounded-xl px-4 py-2 font-medium hover:bg-sunken sm:min-h-9">
        <Icon name="right" className="size-4 text-muted transition-transform group-open:rotate-90" />
        <span className="min-w-0 flex-1">{finding.title}</span>
        <code className="hidden font-mono text-faint text-xs sm:block">{finding.code}</code>
      </summary>
      <div className="space-y-4 border-line border-t px-4 py-4">
        {finding.detail && <p className="wrap-anywhere">{finding.detail}</p>}
        <Paragraph title="Why" text={finding.cause} />
        <Paragraph title="What to do" text={finding.remedy} />
        <Paragraph title="Who can do it" text={owners[finding.owner]} />
        {finding.evidence.length > 0 && <EvidenceTable evidence={finding.evidence} />}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {actions}
          <Link href={`/help/${finding.code}`} className="prose-link inline-flex min-h-6 items-center text-sm">
            More about {finding.code}
          </Link>
        </div>
      </div>
    </details>
  )
}

function Paragraph({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <h4 className="font-semibold text-faint text-xs">{title}</h4>
      <p className="max-w-prose whitespace-pre-line">{text}</p>
    </div>
  )
}
