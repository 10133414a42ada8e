'use client'
import { type AppRole, type SandboxApp, useChangeApp } from '#query/sandbox'
import { Card } from '#ui/card'
import { Field } from '#ui/field'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'
import { Select } from '#ui/select'
import { PortalPage } from '../portal-page'

const roles: Readonly<Record<AppRole, string>> = {
  readers: 'Readers, of every project',
  contributors: 'Contributors, of every project',
  'project administrators': 'Project Administrators, of every project',
  'collection administrators': 'Project Collection Administrators',
}
const isRole = (value: string): value is AppRole => value in roles

function Group({ app }: { readonly app: SandboxApp }) {
  const change = useChangeApp(app.clientId)
  return (
    <Card title={app.displayName}>
      <div className="max-w-sm">
        <Field label="Group" description="What the app may do, Azure DevOps takes from the groups that it is in.">
          <Select
            value={app.role}
            disabled={change.isPending}
            onChange={({ target: { value } }) => isRole(value) && change.mutate({ role: value })}
          >
            {Object.entries(roles).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {change.isError && <ProblemNotice error={change.error} />}
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
