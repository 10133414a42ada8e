import Link from 'next/link'
import type { ConnectionSettings } from '#lib/connections/schema'
import { Badge } from '#ui/badge'
import { Icon } from '#ui/icon'
import { LinkButton } from '#ui/link-button'
import { PageHeader } from '#ui/page-header'
import { PageLinks } from '#ui/page-links'

const pages = [
  { path: '', label: 'Overview' },
  { path: '/history', label: 'History' },
  { path: '/permissions', label: 'Permissions' },
  { path: '/console', label: 'Console' },
  { path: '/rotation', label: 'Rotation' },
] as const

interface ConnectionHeaderProps {
  readonly id: string
  readonly settings: ConnectionSettings
  /** What follows the connection in the address of the page; nothing on its first page. */
  readonly page?: (typeof pages)[number]['path']
}

/** The head of every page of a connection. */
export function ConnectionHeader({ id, settings, page = '' }: ConnectionHeaderProps) {
  const links = pages.map(({ path, label }) => ({ href: `/connections/${id}${path}`, label }))
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
      <PageLinks label="Connection" pages={links} current={`/connections/${id}${page}`} />
    </>
  )
}
