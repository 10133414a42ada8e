'use client'
import type { SetupStep } from '#lib/platform/errors/index'
import type { Proof, StepState } from '#lib/setup/schema'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { FindingDetails } from '#ui/finding'
import { Icon } from '#ui/icon'
import { ProblemNotice } from '#ui/problem-notice'
import { Spinner } from '#ui/spinner'
import { VerdictBadge } from '#ui/verdict-badge'
import { ConditionBadge } from './condition-badge'
import { useSetup } from './setup-provider'

function Proofs({ proofs }: { readonly proofs: readonly Proof[] }) {
  if (proofs.length === 0) return null
  return (
    <details className="group mt-4 border-line border-t">
      <summary className="-mb-2 flex min-h-11 list-none items-center gap-2 pt-2 text-muted text-sm hover:text-ink sm:min-h-9">
        <Icon name="right" className="size-4 transition-transform group-open:rotate-90" />
        What this rests on
      </summary>
      <ul className="mt-2 divide-y divide-line text-sm">
        {proofs.map(({ verdict, title, summary }) => (
          <li key={title} className="flex items-start justify-between gap-4 py-2">
            <div className="min-w-0">
              <p className="font-medium">{title}</p>
              <p className="wrap-anywhere text-muted">{summary}</p>
            </div>
            <VerdictBadge verdict={verdict} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function State({ state, finding }: { readonly state: StepState; readonly finding: StepState['finding'] }) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ConditionBadge condition={state.condition} />
        <p className="wrap-anywhere font-medium">{state.summary}</p>
      </div>
      {/* Another finding is another element, so that it is open whatever was folded before. */}
      {finding && <FindingDetails key={finding.code} finding={finding} isOpen />}
      <Proofs proofs={state.proofs} />
    </>
  )
}

/** What is known of a step right now, and on what that rests. */
export function StepCheck({ step }: { readonly step: SetupStep }) {
  const { run } = useSetup()
  const { progress, isRunning, error, start } = run
  const state = progress?.states.find((one) => one.step === step)
  const finding = state?.finding ?? (state?.condition === 'unknown' ? progress?.trouble : undefined)
  return (
    <Card
      title="Checked live"
      actions={
        <Button busy={isRunning} onClick={start}>
          {isRunning ? 'Checking' : 'Check now'}
        </Button>
      }
    >
      <div role="status">
        {state ? (
          <State state={state} finding={finding} />
        ) : (
          <p className="flex items-center gap-2 text-muted">{isRunning && <Spinner />} Looking …</p>
        )}
      </div>
      {error !== undefined && (
        <div className="mt-4">
          <ProblemNotice error={error} />
        </div>
      )}
    </Card>
  )
}
