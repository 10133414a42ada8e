'use client'
import { useQuery } from '@tanstack/react-query'
import type { Connection } from '#lib/connections/schema'
import { projectsQuery } from '#query/connections'
import { ConnectionForm, useConnectionFormState } from '../../form/connection-form'
import { valuesOfSettings } from '../../form/values'

/** The projects only help with typing; where they cannot be read the field takes any name. */
export function EditConnection({ connection }: { readonly connection: Connection }) {
  const form = useConnectionFormState(valuesOfSettings(connection.settings))
  const { data: projects = [] } = useQuery(projectsQuery(connection.id))
  return (
    <>
      <datalist id="projects">
        {projects.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <ConnectionForm form={form} id={connection.id} projectList="projects" />
    </>
  )
}
