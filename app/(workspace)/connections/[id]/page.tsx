import type { Metadata } from 'next'
import Link from 'next/link'
import { type ConnectionSettings, checksInOrder, connectionLabels } from '#lib/connections/schema'
import { certificates } from '#server/queries'
import { Badge } from '#ui/badge'
import { Icon } from '#ui/icon'
import { LinkButton } from '#ui/link-button'
import { PageHeader } from '#ui/page-header'
import { CertificateCard } from './certificate-card'
import { DeleteConnection } from './delete-connection'
import { foundConnection } from './found'
import { SettingsCard } from './settings-card'
import { TestCard } from './test-card'
import { TokenCard } from './token-card'

export async function generateMetadata({ params }: PageProps<'/connections/[id]'>): Promise<Metadata> {
  const { settings } = await foundConnection((await params).id)
  return { title: settings.name }
}

function Header({ id, settings }: { readonly id: string; readonly settings: ConnectionSettings }) {
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
    </>
  )
}

export default async function ConnectionPage({ params }: PageProps<'/connections/[id]'>) {
  const connection = await foundConnection((await params).id)
  const { id, settings } = connection
  const certificate = (await certificates()).find((one) => one.id === settings.certificateId)
  return (
    <div className="mx-auto max-w-4xl">
      <Header id={id} settings={settings} />
      <div className="space-y-4">
        <TokenCard id={id} />
        <TestCard connection={connection} checks={checksInOrder} labels={connectionLabels} />
        {certificate && <CertificateCard certificate={certificate} />}
        <SettingsCard settings={settings} certificate={certificate} />
        <DeleteConnection id={id} name={settings.name} />
      </div>
    </div>
  )
}
