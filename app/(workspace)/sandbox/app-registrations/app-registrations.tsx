'use client'
import type { ReactNode } from 'react'
import { type SandboxApp, type SandboxState, useDeleteApp } from '#query/sandbox'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { CopyButton } from '#ui/copy-button'
import { Fact, Facts } from '#ui/facts'
import { ProblemNotice } from '#ui/problem-notice'
import { AppChoice } from '../app-choice'
import { PortalPage } from '../portal-page'
import { NewRegistration } from './new-registration'

function Copied({
  label,
  value,
  children,
}: {
  readonly label: string
  readonly value: string
  readonly children?: ReactNode
}) {
  return (
    <Fact label={label}>
      <span className="flex items-start gap-1">
        <code className="wrap-anywhere min-w-0 font-mono text-sm leading-7">{value}</code>
        <CopyButton text={value} what={label} />
      </span>
      {children && <span className="block text-muted text-sm leading-6">{children}</span>}
    </Fact>
  )
}

interface AppProps {
  readonly state: SandboxState
  readonly app: SandboxApp
}

function Overview({ state, app }: AppProps) {
  return (
    <Card title={app.displayName} description="These values go into the connection.">
      <Facts>
        <Copied label="Application (client) ID" value={app.clientId} />
        <Copied label="Directory (tenant) ID" value={state.tenantId} />
        <Copied label="OAuth 2.0 token endpoint (v2)" value={state.tokenUrl} />
        <Copied label="Scope" value={state.scope} />
        <Copied label="Object ID" value={app.objectId}>
          Of the registration. Often taken for the client ID, and wanted nowhere.
        </Copied>
      </Facts>
    </Card>
  )
}

type ServicePrincipal = SandboxApp['servicePrincipal']

const states: Readonly<Record<ServicePrincipal, string>> = {
  enabled: 'Enabled for sign-in',
  disabled: 'Disabled (AADSTS7000112)',
  missing: 'Missing, as after “az ad app create” (AADSTS7000229)',
}

function EnterpriseApplication({ app }: AppProps) {
  return (
    <Card
      title="Enterprise application"
      description="In the real portal: Enterprise applications › your app › Properties. The organization knows the app by its object ID."
    >
      <Facts>
        <Copied label="Object ID" value={app.servicePrincipalObjectId} />
      </Facts>
      <div className="mt-4">
        <AppChoice
          app={app}
          label="Service principal"
          value={app.servicePrincipal}
          choices={states}
          changeTo={(servicePrincipal) => ({
            servicePrincipal,
            ...(servicePrincipal === 'missing' && { isMember: false }),
          })}
        />
      </div>
    </Card>
  )
}

function Deletion({ app }: AppProps) {
  const remove = useDeleteApp(app.clientId)
  return (
    <Card title="Delete" description="A connection that uses this app is then refused with AADSTS700016.">
      <Button variant="danger" icon="trash" busy={remove.isPending} onClick={() => remove.mutate(undefined)}>
        Delete {app.displayName}
      </Button>
      {remove.isError && <ProblemNotice error={remove.error} />}
    </Card>
  )
}

export function AppRegistrations() {
  return (
    <PortalPage
      title="App registrations"
      description="In the real portal: Microsoft Entra ID › App registrations › your app › Overview."
    >
      {(shown) => (
        <>
          <Overview {...shown} />
          <EnterpriseApplication {...shown} />
          <NewRegistration />
          {shown.app.clientId !== shown.state.clientId && <Deletion {...shown} />}
        </>
      )}
    </PortalPage>
  )
}
