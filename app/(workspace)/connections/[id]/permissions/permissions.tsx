'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PermissionReport } from '#lib/connections/permissions/schema'
import { permissionsQuery } from '#query/connections'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Empty } from '#ui/empty'
import { Fact, Facts } from '#ui/facts'
import { Field } from '#ui/field'
import { ProblemNotice } from '#ui/problem-notice'
import { Select } from '#ui/select'
import { SkeletonList } from '#ui/skeleton'
import { PlacesTable } from './places-table'
import { RightsTable } from './rights-table'

function Unknown() {
  return <span className="text-muted">Azure DevOps keeps this to administrators</span>
}

function Identity({ report }: { readonly report: PermissionReport }) {
  const { identity, accessLevel, groups, projects } = report
  return (
    <Card title="The app in this organization">
      <Facts>
        <Fact label="Signed in as">{identity}</Fact>
        <Fact label="Access level">{accessLevel ?? <Unknown />}</Fact>
        <Fact label="Groups">{groups ? groups.join(', ') || 'None' : <Unknown />}</Fact>
        <Fact label="Projects seen">{projects.length}</Fact>
      </Facts>
    </Card>
  )
}

interface ProjectChoiceProps {
  readonly report: PermissionReport
  readonly onChoose: (id: string) => void
}

function ProjectChoice({ report: { projects, inProject }, onChoose }: ProjectChoiceProps) {
  return (
    <Field label="Project">
      <Select value={inProject?.id} onChange={(event) => onChoose(event.target.value)} className="sm:w-72">
        {projects.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function InProject({ report, onChoose }: ProjectChoiceProps) {
  const { inProject } = report
  if (!inProject) {
    return (
      <Empty icon="list" title="The app sees no project">
        Add it to a project: in Azure DevOps, Project settings, then Permissions, group Readers, Members, Add.
      </Empty>
    )
  }
  return (
    <>
      <Card
        title="What Certboard needs"
        description="Azure DevOps was asked about each permission; nothing was tried. Give the least that covers what your team uses."
        actions={<ProjectChoice report={report} onChoose={onChoose} />}
      >
        <RightsTable rights={inProject.rights} project={inProject.name} />
      </Card>
      <PlacesTable title="Areas" places={inProject.areas} write="Edit work items" read="View work items" />
      <PlacesTable title="Folders of saved queries" places={inProject.queryFolders} read="Read" write="Contribute" />
      <PlacesTable title="Repositories" places={inProject.repositories} read="Read" write="Contribute" />
    </>
  )
}

/** Which projects, areas, queries and repositories the app sees and may change. */
export function Permissions({ connectionId }: { readonly connectionId: string }) {
  const [project, setProject] = useState('')
  const asked = useQuery({ ...permissionsQuery(connectionId, project), placeholderData: keepPreviousData })
  if (asked.error) {
    return (
      <ProblemNotice error={asked.error} actions={<Button onClick={() => void asked.refetch()}>Ask again</Button>} />
    )
  }
  if (!asked.data) return <SkeletonList label="Asking Azure DevOps what the app may do" />
  return (
    <div className="space-y-4" aria-busy={asked.isPlaceholderData}>
      <Identity report={asked.data} />
      <InProject report={asked.data} onChoose={setProject} />
    </div>
  )
}
