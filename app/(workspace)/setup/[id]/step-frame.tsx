import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import type { SetupStep } from '#lib/platform/errors/index'
import { setupSteps } from '#lib/setup/schema'
import { StepCheck } from '#setup/step-check'
import { LinkButton } from '#ui/link-button'

const stepAt = (number: number) => setupSteps.find(({ step }) => step === number)

export const stepMetadata = (step: SetupStep): Metadata => ({ title: `${step}. ${stepAt(step)?.title}` })

interface StepFrameProps {
  readonly id: string
  readonly step: SetupStep
  readonly children: ReactNode
}

function StepLinks({ id, step }: Omit<StepFrameProps, 'children'>) {
  const [before, after] = [stepAt(step - 1), stepAt(step + 1)]
  return (
    <nav aria-label="Previous and next step" className="mt-6 flex flex-wrap justify-between gap-3">
      <LinkButton href={before ? `/setup/${id}/${before.slug}` : '/setup'} icon="left">
        {before ? 'Previous' : 'All setups'}
      </LinkButton>
      {after && (
        <LinkButton href={`/setup/${id}/${after.slug}`} variant="primary">
          Next: {after.short}
        </LinkButton>
      )}
    </nav>
  )
}

/** A step on its page: what it is, what is known of it, how it is done, and the way on. */
export function StepFrame({ id, step, children }: StepFrameProps) {
  return (
    <>
      <header className="mb-5">
        <p className="font-medium text-muted text-sm">Step {step} of 6</p>
        <h1 className="font-semibold text-2xl tracking-tight">{stepAt(step)?.title}</h1>
      </header>
      <div className="space-y-4">
        {step !== 6 && <StepCheck step={step} />}
        {children}
      </div>
      <StepLinks id={id} step={step} />
    </>
  )
}
