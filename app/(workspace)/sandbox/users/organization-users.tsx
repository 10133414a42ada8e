'use client'
import { type AccessLevel, type SandboxApp, type SandboxState, useChangeApp } from '#query/sandbox'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Checkbox } from '#ui/checkbox'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'
import { AppChoice } from '../app-choice'
import { PortalPage } from '../portal-page'

interface MembershipProps {
  readonly state: SandboxState
  readonly app: SandboxApp
}

const accessLevels: Readonly<Record<AccessLevel, string>> = {
  express: 'Basic',
  stakeholder: 'Stakeholder',
  advanced: 'Basic + Test Plans',
}

function Membership({ state, app }: MembershipProps) {
  const change = useChangeApp(app.clientId)
  return (
    <Card
      title={app.displayName}
      description="Without this, Entra ID issues a token but Azure DevOps refuses it with TF401444."
    >
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="min-w-0 space-y-1.5">
          <p className="wrap-anywhere font-mono text-sm">dev.azure.com/{state.organization}</p>
          <div aria-live="polite">
            {app.isMember ? (
              <Badge tone="passed" icon="check">
                Member, access level {accessLevels[app.accessLevel]}
              </Badge>
            ) : (
              <Badge tone="warned" icon="alert">
                Not a member
              </Badge>
            )}
          </div>
        </div>
        <Button
          variant={app.isMember ? 'danger' : 'primary'}
          busy={change.isPending}
          disabled={app.servicePrincipal === 'missing'}
          onClick={() => change.mutate({ isMember: !app.isMember })}
        >
          {app.isMember ? 'Remove from organization' : 'Add to organization'}
        </Button>
      </div>
      {change.isError && (
        <div className="mt-4">
          <ProblemNotice error={change.error} />
        </div>
      )}
    </Card>
  )
}

/** The app is among the members of a project from the moment that its box is checked; the boxes do not wait for it. */
function ProjectChoice({ state, app }: MembershipProps) {
  const change = useChangeApp(app.clientId)
  const projects = (change.isPending && change.variables.projects) || app.projects
  const chosen = projects === 'all' ? state.projects : projects
  const toggle = (project: string) =>
    change.mutate({
      projects: chosen.includes(project) ? chosen.filter((one) => one !== project) : [...chosen, project],
    })
  return (
    <>
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="mb-2 font-medium text-sm">Add to projects</legend>
        {state.projects.map((project) => (
          <Checkbox key={project} label={project} checked={chosen.includes(project)} onChange={() => toggle(project)} />
        ))}
      </fieldset>
      {change.isError && <ProblemNotice error={change.error} />}
    </>
  )
}

function Admission({ state, app }: MembershipProps) {
  return (
    <Card
      title="Access level and projects"
      description="A stakeholder reads work items, but no repositories and no Analytics. A member of no project sees nothing."
    >
      <div className="space-y-5">
        <AppChoice
          app={app}
          label="Access level"
          value={app.accessLevel}
          choices={accessLevels}
          changeTo={(accessLevel) => ({ accessLevel })}
        />
        <ProjectChoice state={state} app={app} />
      </div>
    </Card>
  )
}

export function OrganizationUsers() {
  return (
    <PortalPage
      title="Organization users"
      description="In the real organization: Organization settings › Users › Add users. An app is found there by its display name, once it has a service principal."
    >
      {(shown) => (
        <>
          {shown.app.servicePrincipal === 'missing' && (
            <Notice tone="warning" title="This app cannot be found here">
              <p>It has no service principal. Make one under App registrations.</p>
            </Notice>
          )}
          <Membership {...shown} />
          <Admission {...shown} />
        </>
      )}
    </PortalPage>
  )
}
