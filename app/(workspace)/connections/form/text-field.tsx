'use client'
import { type ReactNode, useState } from 'react'
import { connectionLabels } from '#lib/connections/schema'
import { Field } from '#ui/field'
import { TextInput } from '#ui/text-input'
import type { Normalise } from './normalise'
import { useConnectionForm } from './values'

interface TextFieldProps {
  readonly name: 'name' | 'tokenUrl' | 'clientId' | 'organization' | 'defaultProject' | 'retryStatusCodeList'
  readonly description?: ReactNode
  readonly placeholder?: string
  readonly optional?: boolean
  readonly mono?: boolean
  readonly list?: string
  /** Understands what people paste when they leave the field. */
  readonly normalise?: Normalise
}

/** A parameter that is typed, under its documented label. */
export function TextField({ name, description, placeholder, optional, mono, list, normalise }: TextFieldProps) {
  const form = useConnectionForm()
  const [note, setNote] = useState<string>()

  function understand() {
    const normalised = normalise?.(form.getValues(name) ?? '')
    if (normalised) form.setValue(name, normalised.value, { shouldDirty: true, shouldValidate: true })
    setNote(normalised?.note)
  }

  return (
    <Field
      label={connectionLabels[name]}
      note={note}
      error={form.formState.errors[name]?.message}
      {...(description !== undefined && { description })}
      {...(optional && { optional })}
    >
      <TextInput
        {...form.register(name, { onBlur: understand, onChange: () => setNote(undefined) })}
        placeholder={placeholder}
        list={list}
        mono={mono ?? false}
      />
    </Field>
  )
}
