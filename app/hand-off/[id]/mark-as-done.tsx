'use client'
import type { SetupStep } from '#lib/platform/errors/index'
import { useSetup } from '#setup/setup-provider'
import { Card } from '#ui/card'
import { Checkbox } from '#ui/checkbox'

/** Tells the one who asked; whether it is so is checked all the same. */
export function MarkAsDone({ step }: { readonly step: SetupStep }) {
  const { draft, change } = useSetup()
  const marked = draft.marked ?? []
  const isMarked = marked.includes(step)
  return (
    <Card>
      <Checkbox
        label={`Step ${step} is done`}
        description="Your colleague sees this at once."
        checked={isMarked}
        onChange={() =>
          change({
            marked: isMarked ? marked.filter((one) => one !== step) : [...marked, step],
            ...(step === 3 && !isMarked && { permissions: 'done' }),
          })
        }
      />
    </Card>
  )
}
