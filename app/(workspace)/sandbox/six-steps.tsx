'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { type SandboxApp, sandboxQuery } from '#query/sandbox'
import { Badge } from '#ui/badge'
import { ProblemNotice } from '#ui/problem-notice'
import { SkeletonList } from '#ui/skeleton'
import { useAppQuery, useChosenApp } from './chosen-app'
import { Trouble } from './trouble'

interface Step {
  readonly href: string
  readonly title: string
  readonly what: string
  /** What the sandbox knows of it; undefined for steps that are taken elsewhere. */
  readonly state?: (app: SandboxApp) => { readonly done: boolean; readonly text: string }
}

const registered = { enabled: 'Registered', disabled: 'Disabled', missing: 'No service principal' }

const counted = (count: number): string =>
  count === 0 ? 'No certificate yet' : `${count} ${count === 1 ? 'certificate' : 'certificates'}`

/** Somebody in the organization who is in no project sees nothing there. */
function membership({ isMember, role, projects }: SandboxApp) {
  if (!isMember) return { done: false, text: 'Not a member' }
  const isInNone = projects.length === 0 && role !== 'collection administrators'
  return isInNone ? { done: false, text: 'Member of no project' } : { done: true, text: 'Member' }
}

const steps: readonly Step[] = [
  {
    href: '/sandbox/app-registrations',
    title: 'Register the app in Microsoft Entra ID',
    what: 'Take the practice app, or register one of your own.',
    state: ({ servicePrincipal }) => ({ done: servicePrincipal === 'enabled', text: registered[servicePrincipal] }),
  },
  {
    href: '/sandbox/certificates',
    title: 'Upload the client certificate',
    what: 'The public file only. The private key stays with Certboard.',
    state: ({ certificates }) => ({ done: certificates.length > 0, text: counted(certificates.length) }),
  },
  {
    href: '/sandbox/permissions',
    title: 'Permissions and admin consent',
    what: 'Not needed for this kind of connection; here is how, should a checklist ask for it.',
    state: ({ hasAdminConsent }) => ({
      done: true,
      text: hasAdminConsent ? 'Consent granted' : 'Skipped, which is fine',
    }),
  },
  {
    href: '/sandbox/users',
    title: 'Add the app to the organization',
    what: 'Without this, Entra ID issues a token but Azure DevOps refuses it.',
    state: membership,
  },
  {
    href: '/connections/new?with=sandbox',
    title: 'Enter the connection settings',
    what: 'Token URL, Client ID, certificate, scope and organization.',
  },
  { href: '/', title: 'Generate a token and test the connection', what: 'On the page of the connection you saved.' },
]

function StepRow({ step, number, app, query }: StepRowProps) {
  const state = step.state?.(app)
  const isInPortal = step.state !== undefined
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-4 transition-colors hover:bg-sunken sm:px-6">
      <span
        aria-hidden="true"
        className="flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent-ink"
      >
        {number}
      </span>
      <div className="min-w-0 flex-1 basis-52">
        <Link
          href={isInPortal ? `${step.href}${query}` : step.href}
          className="font-semibold after:absolute after:inset-0 after:content-['']"
        >
          {step.title}
        </Link>
        <p className="text-muted text-sm">{step.what}</p>
      </div>
      {state && (
        <span className="max-sm:ml-12">
          <Badge tone={state.done ? 'passed' : 'warned'} icon={state.done ? 'check' : 'alert'}>
            {state.text}
          </Badge>
        </span>
      )}
    </li>
  )
}

interface StepRowProps {
  readonly step: Step
  readonly number: number
  readonly app: SandboxApp
  readonly query: string
}

function Steps({ state }: { readonly state: Parameters<typeof useChosenApp>[0] }) {
  const { app } = useChosenApp(state)
  const query = useAppQuery()
  if (!app) return null
  return (
    <>
      {state.trouble.length > 0 && <Trouble trouble={state.trouble} />}
      <p className="mb-3 text-muted">
        Steps for <span className="font-medium text-ink">{app.displayName}</span>
      </p>
      <ol className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-lift">
        {steps.map((step, place) => (
          <StepRow key={step.href} step={step} number={place + 1} app={app} query={query} />
        ))}
      </ol>
    </>
  )
}

export function SixSteps() {
  const { data, error } = useQuery(sandboxQuery())
  if (error) return <ProblemNotice error={error} />
  return data ? <Steps state={data} /> : <SkeletonList label="Loading the sandbox" />
}
