'use client'
import { useQuery } from '@tanstack/react-query'
import { type SandboxState, sandboxQuery, useSetMembership } from '#query/sandbox'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { CopyButton } from '#ui/copy-button'
import { Fact, Facts } from '#ui/facts'
import { ProblemNotice } from '#ui/problem-notice'
import { SkeletonList } from '#ui/skeleton'
import { RegisteredCertificates } from './registered-certificates'

function Copied({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <Fact label={label}>
      <span className="flex items-start gap-1">
        <code className="wrap-anywhere min-w-0 font-mono text-sm leading-7">{value}</code>
        <CopyButton text={value} what={label} />
      </span>
    </Fact>
  )
}

function AppRegistration({ state }: { readonly state: SandboxState }) {
  return (
    <Card
      title={`App registration: ${state.appName}`}
      description="In the real portal: Microsoft Entra ID › App registrations › your app › Overview. These values go into the connection."
    >
      <Facts>
        <Copied label="Application (client) ID" value={state.clientId} />
        <Copied label="Directory (tenant) ID" value={state.tenantId} />
        <Copied label="OAuth 2.0 token endpoint (v2)" value={state.tokenUrl} />
        <Copied label="Scope" value={state.scope} />
      </Facts>
    </Card>
  )
}

function Membership({ state }: { readonly state: SandboxState }) {
  const set = useSetMembership()
  return (
    <Card
      title="Organization users"
      description="In the real organization: Organization settings › Users › Add users. Without this, Entra ID issues a token but Azure DevOps refuses it."
    >
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="min-w-0 space-y-1.5">
          <p>
            <span className="font-medium">{state.appName}</span> in{' '}
            <span className="wrap-anywhere font-mono text-sm">dev.azure.com/{state.organization}</span>
          </p>
          <div aria-live="polite">
            {state.isMember ? (
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
          variant={state.isMember ? 'danger' : 'primary'}
          busy={set.isPending}
          onClick={() => set.mutate(!state.isMember)}
        >
          {state.isMember ? 'Remove from organization' : 'Add to organization'}
        </Button>
      </div>
      {set.isError && (
        <div className="mt-4">
          <ProblemNotice error={set.error} />
        </div>
      )}
    </Card>
  )
}

export function PracticePortal() {
  const { data, error } = useQuery(sandboxQuery())
  if (error) return <ProblemNotice error={error} />
  if (!data) return <SkeletonList label="Loading the sandbox" />
  return (
    <div className="space-y-4">
      <AppRegistration state={data} />
      <RegisteredCertificates state={data} />
      <Membership state={data} />
    </div>
  )
}
