'use client'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Connection, SettingName } from '#lib/connections/schema'
import { connectionPath, projectsQuery } from '#query/connections'
import { ConnectionForm, useConnectionFormState } from '../../form/connection-form'
import { ProjectList, projectList } from '../../form/project-list'
import { valuesOfSettings } from '../../form/values'

interface EditConnectionProps {
  readonly connection: Connection
  /** The setting that a finding points to. */
  readonly field: SettingName | undefined
}

/** The projects only help with typing; where they cannot be read the field takes any name. */
export function EditConnection({ connection, field }: EditConnectionProps) {
  const form = useConnectionFormState(valuesOfSettings(connection.settings))
  useEffect(() => {
    if (field) form.setFocus(field)
  }, [field, form])
  const projects = useQuery(projectsQuery(connectionPath(connection.id)))
  return (
    <>
      <ProjectList projects={projects.data} />
      <ConnectionForm form={form} id={connection.id} projectList={projectList} />
    </>
  )
}
