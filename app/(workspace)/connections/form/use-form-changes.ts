import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { ConnectionInput, ConnectionSettings } from '#lib/connections/schema'
import type { SetupDraft } from '#lib/setup/schema'

/** `retryCountMax` is whatever the number field holds. */
const draftOf = ({ retryCountMax, ...values }: ConnectionInput): SetupDraft => ({
  ...values,
  retryCountMax: String(retryCountMax),
})

/** Hands on what the form holds, whenever that changes. */
export function useFormChanges(
  form: UseFormReturn<ConnectionInput, unknown, ConnectionSettings>,
  onChange: (draft: SetupDraft) => void,
): void {
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: () => onChange(draftOf(form.getValues())) }),
    [form, onChange],
  )
}
