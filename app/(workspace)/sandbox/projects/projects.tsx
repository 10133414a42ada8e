'use client'
import type { AppRole, SandboxApp } from '#query/sandbox'
import { Badge } from '#ui/badge'
import { Card } from '#ui/card'
import { Notice } from '#ui/notice'
import { AppChoice } from '../app-choice'
import { PortalPage } from '../portal-page'

const roles: Readonly<Record<AppRole, string>> = {
  readers: 'Readers, of each of its projects',
  contributors: 'Contributors, of each of its projects',
  'project administrators': 'Project Administrators, of each of its projects',
  'collection administrators': 'Project Collection Administrators',
}

const isIn = ({ isMember, projects }: SandboxApp, project: string): boolean =>
  isMember && (projects === 'all' || projects.includes(project))

function Group({ app }: { readonly app: SandboxApp }) {
  return (
    <Card title={app.displayName}>
      <AppChoice
        app={app}
        label="Group"
        description="What the app may do, Azure DevOps takes from the groups that it is in."
        value={app.role}
        choices={roles}
        changeTo={(role) => ({ role })}
      />
    </Card>
  )
}

export function Projects() {
  return (
    <PortalPage
      title="Projects"
      description="In the real organization: Project settings › Permissions, for each project that the connection reads."
    >
      {({ state, app }) => (
        <>
          {!app.isMember && (
            <Notice tone="warning" title="Add the app to the organization first">
              <p>Groups count for users of the organization only.</p>
            </Notice>
          )}
          <Group app={app} />
          <Card title={`Projects of ${state.organization}`}>
            <ul className="divide-y divide-line">
              {state.projects.map((project) => (
                <li key={project} className="flex items-center justify-between gap-4 py-2 first:pt-0 last:pb-0">
                  {project}
                  {isIn(app, project) && <Badge tone="passed">Member</Badge>}
                </li>
              ))}
            </ul>
          </Card>
        </>
      )}
    </PortalPage>
  )
}
