'use client'
import type { ReactNode } from 'react'
import { connectionLabels } from '#lib/connections/schema'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import { useConnectionForm } from './values'

interface SelectFieldProps {
  readonly name: 'apiVersion' | 'retryMode'
  readonly options: readonly string[]
  readonly description?: ReactNode
}

/** A parameter with a fixed set of values, under its documented label. */
export function SelectField({ name, options, description }: SelectFieldProps) {
  const form = useConnectionForm()
  return (
    <Field
      label={connectionLabels[name]}
      error={form.formState.errors[name]?.message}
      {...(description !== undefined && { description })}
    >
      <Select {...form.register(name)}>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </Select>
    </Field>
  )
}
