'use client'
import { useQuery } from '@tanstack/react-query'
import type { SetupDraft } from '#lib/setup/schema'
import { type SandboxState, sandboxQuery } from '#query/sandbox'
import { draftQuery, settingsDraft, setupPath } from '#query/setup'
import { useAutosave } from '#setup/use-autosave'
import { Card } from '#ui/card'
import { ProblemNotice } from '#ui/problem-notice'
import { SkeletonList } from '#ui/skeleton'
import { ConnectionForm, useConnectionFormState } from '../form/connection-form'
import { PasteSettings } from '../form/paste-settings'
import { useFormChanges } from '../form/use-form-changes'
import { type TakenValues, valuesOfDraft, valuesOfSandbox } from '../form/values'

export function NewConnection({ startWithSandbox }: { readonly startWithSandbox: boolean }) {
  const draft = useQuery(draftQuery(settingsDraft))
  const sandbox = useQuery({ ...sandboxQuery(), enabled: false })
  if (draft.isPending) return <SkeletonList label="Loading the form" />
  return (
    <div className="space-y-4">
      {draft.isError && <ProblemNotice error={draft.error} />}
      <DraftForm draft={draft.data ?? {}} sandbox={startWithSandbox ? sandbox.data : undefined} />
    </div>
  )
}

const statusText = { idle: '', pending: 'Keeping your draft …', success: 'Draft kept', error: 'The draft is not kept' }

interface DraftFormProps {
  readonly draft: SetupDraft
  /** Given when the person came to try the sandbox. */
  readonly sandbox: SandboxState | undefined
}

function DraftForm({ draft, sandbox }: DraftFormProps) {
  const started = valuesOfDraft(draft)
  const form = useConnectionFormState(sandbox ? { ...started, ...valuesOfSandbox(sandbox, started.name) } : started)
  const { change, discard, saving } = useAutosave(setupPath(settingsDraft), draft)
  useFormChanges(form, change)
  const take = (values: TakenValues) => {
    for (const [name, value] of Object.entries(values))
      form.setValue(name as keyof TakenValues, value, { shouldDirty: true, shouldValidate: true })
  }
  return (
    <>
      <Card title="From another tool" actions={<PasteSettings onTake={take} />}>
        <p className="text-muted text-sm">A connection string, a script or a configuration fills the form in.</p>
      </Card>
      <ConnectionForm
        form={form}
        onSaved={() => void discard()}
        status={
          <p role="status" className="text-muted text-sm">
            {statusText[saving]}
          </p>
        }
      />
    </>
  )
}
