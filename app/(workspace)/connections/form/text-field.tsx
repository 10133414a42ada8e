'use client'
import { type ReactNode, useState } from 'react'
import { connectionLabels } from '#lib/connections/schema'
import type { Normalise, Normalised } from '#lib/platform/addresses/normalise'
import { Field } from '#ui/field'
import { TextInput } from '#ui/text-input'
import { useConnectionForm } from './values'

interface TextFieldProps {
  readonly name: 'name' | 'tokenUrl' | 'clientId' | 'scope' | 'organization' | 'defaultProject' | 'retryStatusCodeList'
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
  const [normalised, setNormalised] = useState<Normalised>()
  const note = normalised?.value === form.watch(name) ? normalised?.note : undefined

  function understand() {
    const better = normalise?.(form.getValues(name) ?? '')
    if (!better) return
    form.setValue(name, better.value, { shouldDirty: true, shouldValidate: true })
    setNormalised(better)
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
        {...form.register(name, { onBlur: understand })}
        placeholder={placeholder}
        list={list}
        mono={mono ?? false}
      />
    </Field>
  )
}
