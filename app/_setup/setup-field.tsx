'use client'
import { type ReactNode, useState } from 'react'
import type { Normalise, Normalised } from '#lib/platform/addresses/normalise'
import type { SetupDraft } from '#lib/setup/schema'
import { Field } from '#ui/field'
import { TextInput } from '#ui/text-input'
import { useSetup } from './setup-provider'

type TextName = {
  [Name in keyof SetupDraft]-?: NonNullable<SetupDraft[Name]> extends string ? Name : never
}[keyof SetupDraft]

interface SetupFieldProps {
  readonly name: TextName
  readonly label: string
  readonly description?: ReactNode
  readonly placeholder?: string
  readonly optional?: boolean
  readonly mono?: boolean
  /** Understands what people paste when they leave the field. */
  readonly normalise?: Normalise
  /** What is wrong with the text, said as it is typed; nothing for an empty one. */
  readonly problemOf?: (text: string) => string | undefined
}

/** A value of the setup that is typed. */
export function SetupField({ name, label, normalise, problemOf, placeholder, mono = false, ...rest }: SetupFieldProps) {
  const { draft, change } = useSetup()
  const [normalised, setNormalised] = useState<Normalised>()
  const value = draft[name] ?? ''
  const error = value.trim() === '' ? undefined : problemOf?.(value)

  function understand() {
    const better = normalise?.(value)
    if (!better) return
    change({ [name]: better.value })
    setNormalised(better)
  }

  return (
    <Field label={label} note={normalised?.value === value ? normalised.note : undefined} error={error} {...rest}>
      <TextInput
        value={value}
        onChange={(event) => change({ [name]: event.target.value })}
        onBlur={understand}
        placeholder={placeholder}
        mono={mono}
      />
    </Field>
  )
}
