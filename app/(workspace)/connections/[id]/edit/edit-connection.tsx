'use client'
import { useQuery } from '@tanstack/react-query'
import type { Connection } from '#lib/connections/schema'
import { connectionPath, projectsQuery } from '#query/connections'
import { ConnectionForm, useConnectionFormState } from '../../form/connection-form'
import { ProjectList, projectList } from '../../form/project-list'
import { valuesOfSettings } from '../../form/values'

/** The projects only help with typing; where they cannot be read the field takes any name. */
export function EditConnection({ connection }: { readonly connection: Connection }) {
  const form = useConnectionFormState(valuesOfSettings(connection.settings))
  const projects = useQuery(projectsQuery(connectionPath(connection.id)))
  return (
    <>
      <ProjectList projects={projects.data} />
      <ConnectionForm form={form} id={connection.id} projectList={projectList} />
    </>
  )
}
