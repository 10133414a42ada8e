'use client'
import { useSetup } from '#setup/setup-provider'
import { ConnectionForm, useConnectionFormState } from '../../../connections/form/connection-form'
import { useFormChanges } from '../../../connections/form/use-form-changes'
import { valuesOfDraft } from '../../../connections/form/values'

/** The documented parameters with what is known of them by now; saving makes the connection. */
export function Settings({ setupId }: { readonly setupId: string }) {
  const { draft, change, save } = useSetup()
  const form = useConnectionFormState(valuesOfDraft(draft))
  useFormChanges(form, change)
  return (
    <ConnectionForm
      isStep
      form={form}
      {...(draft.connectionId && { id: draft.connectionId })}
      pathAfter={() => `/setup/${setupId}/finish`}
      onSaved={async ({ id }) => {
        change({ connectionId: id })
        await save()
      }}
    />
  )
}
