'use client'
import { useQuery } from '@tanstack/react-query'
import { projectsQuery } from '#query/connections'
import { useSetup } from '#setup/setup-provider'
import { ConnectionForm, useConnectionFormState } from '../../../connections/form/connection-form'
import { ProjectList, projectList } from '../../../connections/form/project-list'
import { useFormChanges } from '../../../connections/form/use-form-changes'
import { valuesOfDraft } from '../../../connections/form/values'

/** The documented parameters with what is known of them by now; saving makes the connection. */
export function Settings({ setupId }: { readonly setupId: string }) {
  const { base, draft, change, save, run } = useSetup()
  const form = useConnectionFormState(valuesOfDraft(draft))
  useFormChanges(form, change)
  const isMember = run.progress?.states.find(({ step }) => step === 4)?.condition === 'done'
  const projects = useQuery({ ...projectsQuery(base), enabled: isMember })
  return (
    <>
      <ProjectList projects={projects.data} />
      <ConnectionForm
        form={form}
        isStep
        projectList={projectList}
        {...(draft.connectionId && { id: draft.connectionId })}
        pathAfter={() => `/setup/${setupId}/finish`}
        onSaved={async ({ id }) => {
          change({ connectionId: id })
          await save()
        }}
      />
    </>
  )
}
