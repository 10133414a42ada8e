'use client'
import type { ReactNode } from 'react'
import { type SandboxApp, useChangeApp } from '#query/sandbox'
import { Field } from '#ui/field'
import { ProblemNotice } from '#ui/problem-notice'
import { Select } from '#ui/select'

interface AppChoiceProps<Value extends string> {
  readonly app: SandboxApp
  readonly label: string
  readonly description?: ReactNode
  readonly value: Value
  /** What may be chosen, with the words for it. */
  readonly choices: Readonly<Record<Value, string>>
  readonly changeTo: (value: Value) => Parameters<ReturnType<typeof useChangeApp>['mutate']>[0]
}

/** A list whose choice changes the app at once. */
export function AppChoice<Value extends string>(props: AppChoiceProps<Value>) {
  const { app, label, description, value, choices, changeTo } = props
  const change = useChangeApp(app.clientId)
  const isChoice = (chosen: string): chosen is Value => chosen in choices
  return (
    <>
      <div className="max-w-sm">
        <Field label={label} description={description}>
          <Select
            value={value}
            disabled={change.isPending}
            onChange={({ target }) => isChoice(target.value) && change.mutate(changeTo(target.value))}
          >
            {Object.entries<string>(choices).map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {change.isError && <ProblemNotice error={change.error} />}
    </>
  )
}
