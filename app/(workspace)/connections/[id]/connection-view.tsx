'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { connectionQuery } from '#query/connections'
import { Badge } from '#ui/badge'
import { LinkButton } from '#ui/button'
import { Icon } from '#ui/icon'
import { PageHeader } from '#ui/page-header'
import { ProblemNotice } from '#ui/problem-notice'
import { SkeletonList } from '#ui/skeleton'
import { DeleteConnection } from './delete-connection'
import { SettingsCard } from './settings-card'
import { TestCard } from './test-card'
import { TokenCard } from './token-card'

export function ConnectionView({ id }: { readonly id: string }) {
  const { data: connection, error } = useQuery(connectionQuery(id))
  if (error) return <ProblemNotice error={error} />
  if (!connection) return <SkeletonList label="Loading the connection" />
  const { settings } = connection
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-3">
        <Link href="/" className="inline-flex min-h-6 items-center gap-1 text-muted hover:text-ink">
          <Icon name="left" /> Connections
        </Link>
      </nav>
      <PageHeader
        title={settings.name}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <span className="wrap-anywhere">dev.azure.com/{settings.organization}</span>
            {settings.sandbox && (
              <Badge tone="accent" icon="flask">
                Sandbox
              </Badge>
            )}
          </span>
        }
        actions={
          <>
            <LinkButton href={`/connections/${id}/edit`} icon="pencil">
              Edit
            </LinkButton>
            <LinkButton href={`/work-items?connection=${id}`} variant="primary" icon="list">
              Work items
            </LinkButton>
          </>
        }
      />
      <div className="space-y-4">
        <TokenCard id={id} />
        <TestCard connection={connection} />
        <SettingsCard settings={settings} />
        <DeleteConnection id={id} name={settings.name} />
      </div>
    </>
  )
}
