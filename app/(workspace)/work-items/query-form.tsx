'use client'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import type { Connection } from '#lib/connections/schema'
import { type Project, starterQuery } from '#lib/work-items/schema'
import { connectionPath, projectsQuery } from '#query/connections'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { ProblemNotice } from '#ui/problem-notice'
import { Select } from '#ui/select'
import { TextArea } from '#ui/text-area'

interface QueryFormProps {
  readonly connections: readonly Connection[]
  readonly connection: Connection
  readonly initialProject: string | undefined
  readonly initialQuery: string | undefined
  readonly onRun: (query: string, project: string) => void
  readonly onConnection: (id: string) => void
}

const isRunKey = (event: KeyboardEvent) => event.key === 'Enter' && (event.ctrlKey || event.metaKey)

/** The chosen project first, then the connection's default, then the first there is: `@project` needs one. */
function useProject({ connection, initialProject }: QueryFormProps) {
  const projects = useQuery(projectsQuery(connectionPath(connection.id)))
  const [chosen, choose] = useState(initialProject)
  const projectIn = (listed: readonly Project[] | undefined) =>
    chosen ?? (connection.settings.defaultProject || listed?.[0]?.name) ?? ''

  /** Waits for the list, because whoever runs a query at once still means the project that is about to be shown. */
  async function settled(): Promise<string> {
    const { data } = projects.isPending ? await projects.refetch({ cancelRefetch: false }) : projects
    return projectIn(data)
  }
  return { projects, project: projectIn(projects.data), settled, choose }
}

const placeholders = { pending: 'Loading …', error: 'Cannot be read', success: 'No project' }

interface ProjectFieldProps {
  readonly project: string
  readonly projects: readonly Project[] | undefined
  /** What stands for no project. */
  readonly placeholder: string
  readonly onChange: (name: string) => void
}

function ProjectField({ project, projects, placeholder, onChange }: ProjectFieldProps) {
  const isListed = project === '' || projects?.some(({ name }) => name === project)
  return (
    <Field label="Project">
      <Select value={project} disabled={!projects} onChange={(event) => onChange(event.target.value)}>
        <option value="">{placeholder}</option>
        {!isListed && <option>{project}</option>}
        {projects?.map(({ id, name }) => (
          <option key={id}>{name}</option>
        ))}
      </Select>
    </Field>
  )
}

export function QueryForm(props: QueryFormProps) {
  const { connections, connection, initialQuery, onRun, onConnection } = props
  const [query, setQuery] = useState(initialQuery ?? starterQuery)
  const { projects, project, settled, choose } = useProject(props)
  const run = async () => {
    if (query.trim() !== '') onRun(query, await settled())
  }

  return (
    <form
      className="mb-4 space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      {projects.isError && <ProblemNotice error={projects.error} />}
      <div className="grid gap-4 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <div className="grid content-start gap-4 sm:grid-cols-2 lg:grid-cols-1">
          <Field label="Connection">
            <Select value={connection.id} onChange={(event) => onConnection(event.target.value)}>
              {connections.map(({ id, settings }) => (
                <option key={id} value={id}>
                  {settings.name}
                </option>
              ))}
            </Select>
          </Field>
          <ProjectField
            project={project}
            projects={projects.data}
            placeholder={placeholders[projects.status]}
            onChange={choose}
          />
        </div>
        <div className="flex flex-col gap-3">
          <Field label="Query (WIQL)">
            <TextArea
              rows={5}
              className="font-mono sm:text-sm"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={(event) => {
                if (isRunKey(event)) void run()
              }}
            />
          </Field>
          <div className="flex items-center gap-3">
            <Button type="submit" variant="primary" icon="play" disabled={query.trim() === ''}>
              Run
            </Button>
            <span className="hidden text-muted text-sm sm:inline">Ctrl or ⌘ with Enter runs it too.</span>
          </div>
        </div>
      </div>
    </form>
  )
}
