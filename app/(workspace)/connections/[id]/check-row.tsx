'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { CheckResult } from '#lib/connections/schema'
import { Badge } from '#ui/badge'
import { classNames } from '#ui/class-names'
import { CopyButton } from '#ui/copy-button'
import { durationText } from '#ui/duration'
import { FindingDetails } from '#ui/finding'
import { Icon } from '#ui/icon'
import { LinkButton } from '#ui/link-button'
import { Spinner } from '#ui/spinner'
import { VerdictBadge } from '#ui/verdict-badge'
import type { MendingPlace } from './mending-place'
import { supportText } from './support-text'

const CheckDetails = dynamic(() => import('./check-details').then((module) => module.CheckDetails))

interface CheckRowProps {
  readonly title: string
  readonly result: CheckResult | undefined
  /** Without a result: whether this check runs now. */
  readonly isRunning: boolean
  readonly place: MendingPlace | undefined
}

function State({ result, isRunning }: Pick<CheckRowProps, 'result' | 'isRunning'>) {
  if (result) return <VerdictBadge verdict={result.verdict} />
  if (!isRunning) return null
  return (
    <Badge tone="accent">
      <Spinner className="size-3.5" />
      Running
    </Badge>
  )
}

function SupportCopy({ result }: { readonly result: CheckResult }) {
  const text = supportText(result)
  return (
    text && (
      <span className="inline-flex items-center gap-1 text-muted text-sm">
        For Microsoft’s support
        <CopyButton text={text} what="what Microsoft’s support asks for" />
      </span>
    )
  )
}

function Found({ result, place }: { readonly result: CheckResult; readonly place: MendingPlace | undefined }) {
  if (!result.finding) return null
  return (
    <FindingDetails
      finding={result.finding}
      isOpen={result.verdict === 'failed'}
      actions={
        <>
          {place && (
            <LinkButton href={place.href} size="small" variant="primary">
              {place.label}
            </LinkButton>
          )}
          <SupportCopy result={result} />
        </>
      }
    />
  )
}

const requests = (count: number): string => (count === 1 ? '1 request' : `${count} requests`)

/** What a check rests on, where it is more than its summary. */
function Grounds({ result: { facts = [], exchanges = [] } }: { readonly result: CheckResult }) {
  const [open, setOpen] = useState(false)
  if (facts.length === 0 && exchanges.length === 0) return null
  return (
    <details className="group/grounds" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-8 list-none items-center gap-1 text-muted text-xs hover:text-ink sm:min-h-6">
        <Icon name="right" className="size-3.5 transition-transform group-open/grounds:rotate-90" />
        What was seen{exchanges.length > 0 && `, ${requests(exchanges.length)}`}
      </summary>
      {open && <CheckDetails facts={facts} exchanges={exchanges} />}
    </details>
  )
}

export function CheckRow({ title, result, isRunning, place }: CheckRowProps) {
  const isQuiet = !(result || isRunning)
  return (
    <li className="py-3">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h3 className={classNames('font-medium', isQuiet && 'text-faint')}>{title}</h3>
          {result && (
            <p className="wrap-anywhere text-muted text-sm">
              {result.summary}
              {result.verdict !== 'skipped' && (
                <span className="ml-2 whitespace-nowrap text-faint text-xs">{durationText(result.durationMs)}</span>
              )}
            </p>
          )}
        </div>
        <State result={result} isRunning={isRunning} />
      </div>
      {result && <Found result={result} place={place} />}
      {result && <Grounds result={result} />}
    </li>
  )
}
