import Link from 'next/link'
import type { TestChange, TestRecord } from '#lib/connections/history/schema'
import { checkTitles, connectionLabels } from '#lib/connections/schema'
import { Card } from '#ui/card'
import { durationText } from '#ui/duration'
import { Moment } from '#ui/moment'

function titleOf(change: TestChange): string {
  if (change.kind === 'setting') return connectionLabels[change.setting]
  return change.kind === 'duration' ? 'Duration' : checkTitles[change.check]
}

function textsOf(change: TestChange): { readonly before: string; readonly after: string } | undefined {
  if (change.kind === 'setting') return undefined
  if (change.kind === 'check') return change
  return { before: durationText(change.before), after: durationText(change.after) }
}

function Change({ change }: { readonly change: TestChange }) {
  const texts = textsOf(change)
  return (
    <li className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[16rem_1fr]">
      <span className="font-medium text-sm">{titleOf(change)}</span>
      {texts ? (
        <span className="wrap-anywhere text-sm">
          <span className="text-muted">{texts.before}</span> <span aria-hidden="true">→</span>
          <span className="sr-only">became</span> {texts.after}
        </span>
      ) : (
        <span className="text-muted text-sm">This setting was changed.</span>
      )}
    </li>
  )
}

interface ChangesProps {
  readonly connectionId: string
  readonly lastGood: NonNullable<TestRecord['lastGood']>
}

/** What is not as it was when all was well. */
export function Changes({ connectionId, lastGood: { id, testedAt, changes } }: ChangesProps) {
  const since = (
    <>
      The last good test was on{' '}
      <Link href={`/connections/${connectionId}/history/${id}`} className="prose-link">
        <Moment iso={testedAt} />
      </Link>
      .
    </>
  )
  return (
    <Card title="What changed since it last worked" description={since}>
      {changes.length === 0 ? (
        <p className="text-muted">Nothing that the test looks at is different.</p>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {changes.map((change) => (
            <Change key={titleOf(change)} change={change} />
          ))}
        </ul>
      )}
    </Card>
  )
}
