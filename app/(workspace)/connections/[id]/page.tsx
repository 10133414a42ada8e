import type { Metadata } from 'next'
import type { Certificate } from '#lib/certificates/schema'
import { elsewhereTexts } from '#lib/connections/elsewhere/texts'
import { type ConnectionSettings, checksInOrder, connectionLabels } from '#lib/connections/schema'
import { certificates } from '#server/queries'
import { currentMember } from '#server/session'
import { CertificateCard } from './certificate-card'
import { ConnectionHeader } from './connection-header'
import { DeleteConnection } from './delete-connection'
import { ElsewhereCard } from './elsewhere-card'
import { foundConnection } from './found'
import { SettingsCard } from './settings-card'
import { TestCard } from './test-card'
import { TokenCard } from './token-card'

export async function generateMetadata({ params }: PageProps<'/connections/[id]'>): Promise<Metadata> {
  const { settings } = await foundConnection((await params).id)
  return { title: settings.name }
}

interface ElsewhereProps {
  readonly id: string
  readonly settings: ConnectionSettings
  readonly certificate: Certificate
}

async function Elsewhere({ id, settings, certificate: { source, thumbprintSha1 } }: ElsewhereProps) {
  const { role } = await currentMember()
  const texts = elsewhereTexts({ settings, thumbprintSha1 })
  return (
    <ElsewhereCard id={id} texts={texts} source={source} isSandbox={settings.sandbox} maySign={role !== 'viewer'} />
  )
}

export default async function ConnectionPage({ params }: PageProps<'/connections/[id]'>) {
  const connection = await foundConnection((await params).id)
  const { id, settings, rotation } = connection
  const certificate = (await certificates()).find((one) => one.id === settings.certificateId)
  return (
    <div className="mx-auto max-w-4xl">
      <ConnectionHeader id={id} settings={settings} />
      <div className="space-y-4">
        <TokenCard id={id} />
        <TestCard connection={connection} checks={checksInOrder} labels={connectionLabels} />
        {certificate && <CertificateCard connectionId={id} certificate={certificate} rotation={rotation} />}
        <SettingsCard settings={settings} certificate={certificate} />
        {certificate && <Elsewhere id={id} settings={settings} certificate={certificate} />}
        <DeleteConnection id={id} name={settings.name} />
      </div>
    </div>
  )
}
