'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { SetupStep } from '#lib/platform/errors/index'
import type { StepCondition } from '#lib/setup/schema'
import { useSetup } from '#setup/setup-provider'
import { classNames } from '#ui/class-names'
import { Icon } from '#ui/icon'

const words: Readonly<Record<StepCondition, string>> = {
  done: 'done',
  'not yet': 'not yet done',
  unknown: 'cannot be known yet',
}

function StepMark({ step, condition }: { readonly step: SetupStep; readonly condition: StepCondition | undefined }) {
  const isDone = condition === 'done'
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'flex size-6 shrink-0 items-center justify-center rounded-full font-semibold text-xs',
        isDone ? 'bg-passed-soft text-passed' : 'bg-sunken text-muted',
        condition === 'not yet' && 'bg-warned-soft text-warned',
      )}
    >
      {isDone ? <Icon name="check" className="size-3.5" /> : step}
    </span>
  )
}

const savingText = {
  idle: 'What you enter is kept in this browser, encrypted.',
  pending: 'Keeping …',
  success: 'Kept',
  error: 'Not kept. Check your network; it is tried again with the next change.',
}

/** Percent as a bar and in words. It stays where it was while a new look is taken. */
function Progress({ percent }: { readonly percent: number }) {
  return (
    <div className="space-y-1.5">
      <p className="flex justify-between font-medium text-sm">
        <span>Progress</span>
        <span>{percent} %</span>
      </p>
      <progress value={percent} max={100} aria-label="Steps that are done" className="progress-bar" />
    </div>
  )
}

interface StepListProps {
  readonly id: string
  /** They come from the server, so that the page loads no schema for their titles. */
  readonly steps: readonly { readonly step: SetupStep; readonly slug: string; readonly short: string }[]
}

/** The way through a setup, and how far it is. */
export function StepList({ id, steps }: StepListProps) {
  const path = usePathname()
  const { run, saving } = useSetup()
  const states = run.progress?.states ?? []
  const done = states.filter(({ condition }) => condition === 'done').length
  return (
    <nav aria-label="Steps of the setup" className="space-y-4 xl:sticky xl:top-8">
      <Progress percent={Math.round((done / steps.length) * 100)} />
      <ol className="grid grid-cols-6 gap-0.5 sm:grid-cols-2 xl:grid-cols-1">
        {steps.map(({ step, slug, short }) => {
          const condition = states.find((one) => one.step === step)?.condition
          const isHere = path === `/setup/${id}/${slug}`
          return (
            <li key={slug}>
              <Link
                href={`/setup/${id}/${slug}`}
                aria-current={isHere ? 'step' : undefined}
                className={classNames(
                  'flex min-h-11 items-center gap-3 rounded-lg px-2 font-medium transition-colors max-sm:justify-center xl:min-h-9',
                  isHere ? 'bg-accent-soft text-accent-ink' : 'text-muted hover:bg-sunken hover:text-ink',
                )}
              >
                <StepMark step={step} condition={condition} />
                <span className="max-sm:sr-only">{short}</span>
                {condition && <span className="sr-only">, {words[condition]}</span>}
              </Link>
            </li>
          )
        })}
      </ol>
      <p role="status" className="text-muted text-sm">
        {savingText[saving]}
      </p>
    </nav>
  )
}
