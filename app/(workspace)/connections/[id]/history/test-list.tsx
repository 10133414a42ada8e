import Link from 'next/link'
import type { TestSummary } from '#lib/connections/history/schema'
import { durationText } from '#ui/duration'
import { Moment } from '#ui/moment'
import { VerdictBadge } from '#ui/verdict-badge'

/** “1.2 s, by Alex” */
export function startedText({ durationMs, startedBy, isScheduled }: TestSummary): string {
  const who = isScheduled ? 'by itself' : startedBy && `by ${startedBy}`
  return [durationMs === undefined ? '' : durationText(durationMs), who].filter(Boolean).join(', ')
}

function Row({ connectionId, test }: { readonly connectionId: string; readonly test: TestSummary }) {
  return (
    <li className="relative flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-3">
      <div className="min-w-0">
        <Link
          href={`/connections/${connectionId}/history/${test.id}`}
          className="font-medium after:absolute after:inset-0 hover:underline"
        >
          <Moment iso={test.testedAt} />
        </Link>
        <p className="wrap-anywhere text-muted text-sm">
          {test.finding ? `${test.finding.code}: ${test.finding.title}` : 'Nothing was wrong.'}
        </p>
      </div>
      <div className="flex items-center gap-3">
        <span className="text-faint text-xs">{startedText(test)}</span>
        <VerdictBadge verdict={test.verdict} />
      </div>
    </li>
  )
}

interface TestListProps {
  readonly connectionId: string
  readonly tests: readonly TestSummary[]
}

export function TestList({ connectionId, tests }: TestListProps) {
  return (
    <ol className="divide-y divide-line border-line border-t">
      {tests.map((test) => (
        <Row key={test.id} connectionId={connectionId} test={test} />
      ))}
    </ol>
  )
}
