'use client'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type SandboxApp, type SandboxState, sandboxQuery } from '#query/sandbox'
import { Field } from '#ui/field'
import { PageHeader } from '#ui/page-header'
import { ProblemNotice } from '#ui/problem-notice'
import { Select } from '#ui/select'
import { SkeletonList } from '#ui/skeleton'
import { useChosenApp } from './chosen-app'

interface Shown {
  readonly state: SandboxState
  readonly app: SandboxApp
}

interface PortalPageProps {
  readonly title: string
  /** Where the real portal has this. */
  readonly description: ReactNode
  readonly children: (shown: Shown) => ReactNode
}

/** A page of the practice portal, about one of the apps. */
export function PortalPage({ title, description, children }: PortalPageProps) {
  const { data, error } = useQuery(sandboxQuery())
  return (
    <>
      <PageHeader title={title} description={description} />
      {error && <ProblemNotice error={error} />}
      {data ? <ForChosenApp state={data}>{children}</ForChosenApp> : <SkeletonList label="Loading the sandbox" />}
    </>
  )
}

function ForChosenApp({ state, children }: Pick<PortalPageProps, 'children'> & Pick<Shown, 'state'>) {
  const { app, choose } = useChosenApp(state)
  if (!app) return null
  return (
    <div className="space-y-4">
      {state.apps.length > 1 && (
        <Field label="App registration">
          <Select value={app.clientId} onChange={(event) => choose(event.target.value)} className="sm:max-w-sm">
            {state.apps.map(({ clientId, displayName }) => (
              <option key={clientId} value={clientId}>
                {displayName} ({clientId.slice(0, 8)})
              </option>
            ))}
          </Select>
        </Field>
      )}
      {/* What was typed or reported for one app must not stand beside another. */}
      <div key={app.clientId} className="space-y-4">
        {children({ state, app })}
      </div>
    </div>
  )
}
