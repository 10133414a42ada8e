'use client'
import type { AppRole, SandboxApp } from '#query/sandbox'
import { Card } from '#ui/card'
import { Notice } from '#ui/notice'
import { AppChoice } from '../app-choice'
import { PortalPage } from '../portal-page'

const roles: Readonly<Record<AppRole, string>> = {
  readers: 'Readers, of every project',
  contributors: 'Contributors, of every project',
  'project administrators': 'Project Administrators, of every project',
  'collection administrators': 'Project Collection Administrators',
}

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
                <li key={project} className="py-2 first:pt-0 last:pb-0">
                  {project}
                </li>
              ))}
            </ul>
          </Card>
        </>
      )}
    </PortalPage>
  )
}
