'use client'
import { type SandboxApp, type SandboxState, useChangeApp } from '#query/sandbox'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'
import { PortalPage } from '../portal-page'

interface MembershipProps {
  readonly state: SandboxState
  readonly app: SandboxApp
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
                Member, access level Basic
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
        </>
      )}
    </PortalPage>
  )
}
