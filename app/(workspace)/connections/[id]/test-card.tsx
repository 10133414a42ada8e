'use client'
import { useState } from 'react'
import type { CheckId, Connection } from '#lib/connections/schema'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Checkbox } from '#ui/checkbox'
import { Ago } from '#ui/moment'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'
import { VerdictBadge } from '#ui/verdict-badge'
import { CheckRow } from './check-row'
import { type Mending, mendingPlace } from './mending-place'
import type { TestRun } from './test-run'
import { useTestRun } from './use-test-run'

const verdictSentences = {
  passed: 'The connection works.',
  warned: 'The connection works, but something deserves a look.',
  failed: 'The connection does not work yet. The first failed check says why.',
  skipped: 'Nothing could be checked.',
}

type Checks = TestCardProps['checks']

/** What a screen reader hears while the checks come in. */
function announcement({ status, results, verdict }: TestRun, checks: Checks): string {
  if (status === 'finished' && verdict) return `Test finished: ${verdict}. ${verdictSentences[verdict]}`
  const latest = [...results.values()].at(-1)
  const title = checks.find(({ id }) => id === latest?.id)?.title
  return status === 'running' && latest && title ? `${title}: ${latest.verdict}` : ''
}

function Outcome({ run: { status, verdict, testedAt, error } }: { readonly run: TestRun }) {
  if (status === 'broken') return <ProblemNotice error={error} />
  if (status === 'cancelled') return <Notice tone="info" title="Cancelled. Nothing of this test is kept." />
  if (status !== 'finished' || !verdict || !testedAt) return null
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <VerdictBadge verdict={verdict} />
      <span className="font-medium">{verdictSentences[verdict]}</span>
      <span className="text-muted text-sm">
        Tested <Ago iso={testedAt} />
      </span>
    </p>
  )
}

/** Whether the app may write is a question of its own, so its check is there when it is asked. */
const shown = (checks: Checks, run: TestRun, withWrite: boolean): Checks =>
  checks.filter(({ id }) => id !== 'write' || withWrite || run.results.has('write'))

interface TestCardProps {
  readonly connection: Connection
  /** Every check in its order. They come from the server, so that the page loads no schema for their titles. */
  readonly checks: readonly { readonly id: CheckId; readonly title: string }[]
  readonly labels: Mending['labels']
}

function CheckList({
  run,
  withWrite,
  ...card
}: TestCardProps & { readonly run: TestRun; readonly withWrite: boolean }) {
  const { settings, id: connectionId } = card.connection
  const mending = { settings, connectionId, labels: card.labels }
  return (
    <ol className="mt-4 divide-y divide-line border-line border-t">
      {shown(card.checks, run, withWrite).map(({ id, title }) => {
        const result = run.results.get(id)
        const place = result?.finding && mendingPlace(result.finding, mending)
        return <CheckRow key={id} title={title} result={result} isRunning={run.running.has(id)} place={place} />
      })}
    </ol>
  )
}

export function TestCard(props: TestCardProps) {
  const { run, start, cancel } = useTestRun(props.connection)
  const [withWrite, setWithWrite] = useState(false)
  const isRunning = run.status === 'running'
  return (
    <Card
      title="Connection test"
      description="Checks every stage on the way to the data and says what to mend where one fails."
      actions={
        <>
          {isRunning && (
            <Button variant="quiet" onClick={cancel}>
              Cancel
            </Button>
          )}
          <Button icon="play" variant="primary" busy={isRunning} onClick={() => start(withWrite)}>
            Test connection
          </Button>
        </>
      }
    >
      <Outcome run={run} />
      <div className="mt-4">
        <Checkbox
          label="Ask also whether the app may write"
          description="Azure DevOps judges a new work item and does not keep it."
          checked={withWrite}
          onChange={(event) => setWithWrite(event.currentTarget.checked)}
        />
      </div>
      <CheckList {...props} run={run} withWrite={withWrite} />
      <p role="status" className="sr-only">
        {announcement(run, props.checks)}
      </p>
    </Card>
  )
}
