'use client'
import type { CheckResult, ConnectionSettings } from '#lib/connections/schema'
import { Badge } from '#ui/badge'
import { LinkButton } from '#ui/button'
import { classNames } from '#ui/class-names'
import { durationText } from '#ui/duration'
import { FindingDetails } from '#ui/finding'
import { Spinner } from '#ui/spinner'
import { VerdictBadge } from '#ui/verdict-badge'
import { mendingPlace } from './mending-place'

interface CheckRowProps {
  readonly title: string
  readonly result: CheckResult | undefined
  /** Without a result: whether this check runs now. */
  readonly state: 'running' | 'waiting'
  readonly settings: ConnectionSettings
  readonly connectionId: string
}

function State({ result, state }: Pick<CheckRowProps, 'result' | 'state'>) {
  if (result) return <VerdictBadge verdict={result.verdict} />
  if (state === 'waiting') return null
  return (
    <Badge tone="accent">
      <Spinner className="size-3.5" />
      Running
    </Badge>
  )
}

function MendingPlace({ place }: { readonly place: ReturnType<typeof mendingPlace> }) {
  return (
    place && (
      <LinkButton href={place.href} size="small" variant="primary">
        {place.label}
      </LinkButton>
    )
  )
}

export function CheckRow({ title, result, state, settings, connectionId }: CheckRowProps) {
  const isQuiet = !result && state === 'waiting'
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
        <State result={result} state={state} />
      </div>
      {result?.finding && (
        <FindingDetails
          finding={result.finding}
          isOpen={result.verdict === 'failed'}
          actions={<MendingPlace place={mendingPlace(result.finding, settings, connectionId)} />}
        />
      )}
    </li>
  )
}
