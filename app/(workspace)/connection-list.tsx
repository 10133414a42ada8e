'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { Connection } from '#lib/connections/schema'
import { certificatesQuery } from '#query/certificates'
import { connectionsQuery } from '#query/connections'
import { Badge } from '#ui/badge'
import { Empty } from '#ui/empty'
import { Icon } from '#ui/icon'
import { LinkButton } from '#ui/link-button'
import { Ago } from '#ui/moment'
import { ProblemNotice } from '#ui/problem-notice'
import { SkeletonList } from '#ui/skeleton'
import { VerdictBadge } from '#ui/verdict-badge'
import { Validity } from './certificates/validity'

function NoConnections({ sandboxIsOn }: { readonly sandboxIsOn: boolean }) {
  return (
    <Empty
      icon="link"
      title="Connect your first organization"
      actions={
        <>
          <LinkButton href="/setup" variant="primary" icon="plus">
            Set up a connection
          </LinkButton>
          {sandboxIsOn && (
            <LinkButton href="/setup?with=sandbox" icon="flask">
              Try it with the sandbox
            </LinkButton>
          )}
        </>
      }
    >
      <p>
        You need an app registration in Microsoft Entra ID and a certificate; Certboard can make the certificate. Its
        private key never leaves this server.
      </p>
    </Empty>
  )
}

function Health({ connection: { health } }: { readonly connection: Connection }) {
  if (!health) return <Badge icon="info">Not tested yet</Badge>
  return (
    <span className="flex items-center gap-2 text-muted text-sm">
      <VerdictBadge verdict={health.verdict} />
      <Ago iso={health.testedAt} />
    </span>
  )
}

/** How long the certificate that it signs with is still good for. */
function Countdown({ certificateId }: { readonly certificateId: string }) {
  const { data } = useQuery(certificatesQuery())
  const certificate = data?.find(({ id }) => id === certificateId)
  if (!certificate) return null
  return (
    <span className="flex items-center gap-2 text-muted text-sm">
      Certificate <Validity certificate={certificate} />
    </span>
  )
}

function ConnectionRow({ connection }: { readonly connection: Connection }) {
  const { id, settings } = connection
  return (
    <li className="relative flex flex-wrap items-center gap-x-6 gap-y-3 px-5 py-4 transition-colors hover:bg-sunken sm:px-6">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-2">
          <Link
            href={`/connections/${id}`}
            className="wrap-anywhere font-semibold text-lg after:absolute after:inset-0 after:content-['']"
          >
            {settings.name}
          </Link>
          {connection.rotation && <Badge tone="accent">In rotation</Badge>}
          {settings.sandbox && (
            <Badge tone="accent" icon="flask">
              Sandbox
            </Badge>
          )}
        </p>
        <p className="wrap-anywhere text-muted">dev.azure.com/{settings.organization}</p>
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Countdown certificateId={settings.certificateId} />
        <Health connection={connection} />
      </div>
      <div className="relative flex items-center gap-2">
        <LinkButton href={`/work-items?connection=${id}`} size="small" icon="list">
          Work items
        </LinkButton>
        <Icon name="right" className="hidden size-4 text-faint sm:block" />
      </div>
    </li>
  )
}

export function ConnectionList({ sandboxIsOn }: { readonly sandboxIsOn: boolean }) {
  const { data, error } = useQuery(connectionsQuery())
  if (error) return <ProblemNotice error={error} />
  if (!data) return <SkeletonList label="Loading the connections" />
  if (data.length === 0) return <NoConnections sandboxIsOn={sandboxIsOn} />
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-lift">
      {data.map((connection) => (
        <ConnectionRow key={connection.id} connection={connection} />
      ))}
    </ul>
  )
}
