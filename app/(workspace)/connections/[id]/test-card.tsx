'use client'
import type { CheckId, Connection } from '#lib/connections/schema'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Ago } from '#ui/moment'
import { ProblemNotice } from '#ui/problem-notice'
import { VerdictBadge } from '#ui/verdict-badge'
import { CheckRow } from './check-row'
import type { TestRun } from './test-run'
import { useTestRun } from './use-test-run'

const verdictSentences = {
  passed: 'The connection works.',
  warned: 'The connection works, but something deserves a look.',
  failed: 'The connection does not work yet. The first failed check says why.',
  skipped: 'Nothing could be checked.',
}

function stateOf(run: TestRun, id: CheckId): 'running' | 'waiting' {
  return run.status === 'running' && run.current === id ? 'running' : 'waiting'
}

/** What a screen reader hears while the checks come in. */
function announcement({ status, results, verdict }: TestRun, checks: TestCardProps['checks']): string {
  if (status === 'finished' && verdict) return `Test finished: ${verdict}. ${verdictSentences[verdict]}`
  const latest = [...results.values()].at(-1)
  const title = checks.find(({ id }) => id === latest?.id)?.title
  return status === 'running' && latest && title ? `${title}: ${latest.verdict}` : ''
}

function Outcome({ run: { status, verdict, testedAt } }: { readonly run: TestRun }) {
  if (status !== 'finished' || !verdict || !testedAt) return null
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
      <VerdictBadge verdict={verdict} />
      <span className="font-medium">{verdictSentences[verdict]}</span>
      <span className="text-muted text-sm">
        Tested <Ago iso={testedAt} />
      </span>
    </p>
  )
}

interface TestCardProps {
  readonly connection: Connection
  /** Every check in its order. They come from the server, so that the page loads no schema for their titles. */
  readonly checks: readonly { readonly id: CheckId; readonly title: string }[]
}

export function TestCard({ connection, checks }: TestCardProps) {
  const { run, start } = useTestRun(connection)
  return (
    <Card
      title="Connection test"
      description="Checks every stage on the way to the first work item and says what to mend where one fails."
      actions={
        <Button icon="play" variant="primary" busy={run.status === 'running'} onClick={start}>
          Test connection
        </Button>
      }
    >
      <Outcome run={run} />
      {run.status === 'broken' && (
        <div className="mb-4">
          <ProblemNotice error={run.error} />
        </div>
      )}
      <ol className="divide-y divide-line border-line border-t">
        {checks.map(({ id, title }) => (
          <CheckRow
            key={id}
            title={title}
            result={run.results.get(id)}
            state={stateOf(run, id)}
            settings={connection.settings}
            connectionId={connection.id}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {announcement(run, checks)}
      </p>
    </Card>
  )
}
