'use client'
import { useState } from 'react'
import { type SandboxApp, useChangeApp } from '#query/sandbox'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Checkbox } from '#ui/checkbox'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'
import { PortalPage } from '../portal-page'

/** Those of Azure DevOps' delegated permissions that the documented setup names, and their neighbours. */
const scopes = [
  ['vso.project', 'Project and team (read)'],
  ['vso.work', 'Work items (read)'],
  ['vso.work_full', 'Work items (full)'],
  ['vso.code', 'Code (read)'],
  ['vso.build', 'Build (read)'],
  ['vso.graph', 'Graph (read)'],
] as const

function Permissions({ app }: { readonly app: SandboxApp }) {
  const change = useChangeApp(app.clientId)
  const [chosen, setChosen] = useState<readonly string[]>(app.permissions)
  const toggle = (scope: string) =>
    setChosen(chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope])
  return (
    <Card title="Azure DevOps, delegated permissions">
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ permissions: chosen, hasAdminConsent: false })
        }}
      >
        <fieldset className="grid gap-3 sm:grid-cols-2">
          <legend className="sr-only">Delegated permissions</legend>
          {scopes.map(([scope, description]) => (
            <Checkbox
              key={scope}
              label={scope}
              description={description}
              checked={chosen.includes(scope)}
              onChange={() => toggle(scope)}
            />
          ))}
        </fieldset>
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" busy={change.isPending}>
            Save permissions
          </Button>
          <Button
            disabled={app.permissions.length === 0 || app.hasAdminConsent}
            busy={change.isPending}
            onClick={() => change.mutate({ hasAdminConsent: true })}
          >
            Grant admin consent for Contoso
          </Button>
          <span role="status">
            {app.permissions.length > 0 && (
              <Badge tone={app.hasAdminConsent ? 'passed' : 'plain'}>
                {app.hasAdminConsent ? 'Granted for Contoso' : 'Not granted'}
              </Badge>
            )}
          </span>
        </div>
      </form>
      {change.isError && <ProblemNotice error={change.error} />}
    </Card>
  )
}

export function ApiPermissions() {
  return (
    <PortalPage title="API permissions" description="In the real portal: the app › API permissions › Add a permission.">
      {({ app }) => (
        <>
          <Notice title="Not needed for this kind of connection">
            <p>
              Delegated permissions count when a person signs in. Here the app signs in by itself, and Azure DevOps
              takes its rights from the organization. The sandbox behaves like that too: nothing on this page changes a
              token.
            </p>
          </Notice>
          <Permissions app={app} />
        </>
      )}
    </PortalPage>
  )
}
