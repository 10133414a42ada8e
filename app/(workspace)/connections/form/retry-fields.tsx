'use client'
import { useState } from 'react'
import { connectionLabels } from '#lib/connections/schema'
import { retryModes } from '#lib/platform/azure-devops/schema'
import { Checkbox } from '#ui/checkbox'
import { Field } from '#ui/field'
import { Icon } from '#ui/icon'
import { TextInput } from '#ui/text-input'
import { RetrySimulation } from './retry-simulation'
import { SelectField } from './select-field'
import { TextField } from './text-field'
import { useConnectionForm } from './values'

const names = ['retryMode', 'retryStatusCodeList', 'retryCountMax', 'retryMultiplyWaitTime'] as const

/** Right as it is for most, so it is folded away until somebody opens it or something in it is wrong. */
export function RetryFields() {
  const form = useConnectionForm()
  const [opened, setOpened] = useState(false)
  const { errors } = form.formState
  const isWrong = names.some((name) => errors[name])

  return (
    <details
      open={opened || isWrong}
      onToggle={(event) => setOpened(event.currentTarget.open)}
      className="group rounded-xl border border-line"
    >
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-xl px-4 py-2 font-medium hover:bg-sunken">
        <Icon name="right" className="size-4 text-muted transition-transform group-open:rotate-90" />
        Retry policy
        <span className="font-normal text-muted text-sm group-open:hidden">when Azure DevOps is busy</span>
      </summary>
      <div className="grid gap-5 border-line border-t p-4 sm:grid-cols-2">
        <SelectField name="retryMode" options={retryModes} description="Which failed answers are worth another try." />
        <TextField
          name="retryStatusCodeList"
          description="Separated by commas. Recommended: 429, 502, 503, 504"
          placeholder="429"
        />
        <Field
          label={connectionLabels.retryCountMax}
          description="0 to 20 tries after the first."
          error={errors.retryCountMax?.message}
        >
          <TextInput {...form.register('retryCountMax')} type="number" min={0} max={20} inputMode="numeric" />
        </Field>
        <div className="sm:pt-6">
          <Checkbox
            {...form.register('retryMultiplyWaitTime')}
            label={connectionLabels.retryMultiplyWaitTime}
            description="The wait doubles from try to try. A Retry-After of the server always wins."
          />
        </div>
      </div>
      {opened && <RetrySimulation />}
    </details>
  )
}
