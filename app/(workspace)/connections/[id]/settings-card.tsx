import Link from 'next/link'
import type { Certificate } from '#lib/certificates/schema'
import { type ConnectionSettings, connectionLabels } from '#lib/connections/schema'
import { Card } from '#ui/card'
import { CopiedFact } from '#ui/copied-fact'
import { Fact, Facts } from '#ui/facts'
import { Thumbprint } from '#ui/thumbprint'

function CertificateFact({ certificate }: { readonly certificate: Certificate | undefined }) {
  return (
    <Fact label={connectionLabels.certificateId}>
      {certificate ? (
        <span className="flex flex-wrap gap-x-3">
          <Link href="/certificates" className="prose-link">
            {certificate.name}
          </Link>
          <Thumbprint value={certificate.thumbprintSha1} what="SHA-1 thumbprint" />
        </span>
      ) : (
        <span className="text-muted">No longer there</span>
      )}
    </Fact>
  )
}

function retryText({ retryMode, retryStatusCodeList, retryCountMax, retryMultiplyWaitTime }: ConnectionSettings) {
  if (retryMode === 'None') return 'None'
  const when = retryMode === 'RetryAny' ? 'any failed answer' : retryStatusCodeList.join(', ')
  return `Up to ${retryCountMax} times on ${when}${retryMultiplyWaitTime ? ', waiting twice as long each time' : ''}`
}

interface SettingsCardProps {
  readonly settings: ConnectionSettings
  /** The one that the settings name, if it is still there. */
  readonly certificate: Certificate | undefined
}

/** Rendered on the server: nothing in it changes while it is looked at. */
export function SettingsCard({ settings, certificate }: SettingsCardProps) {
  return (
    <Card title="Settings">
      <Facts>
        <CopiedFact label={connectionLabels.tokenUrl} value={settings.tokenUrl} />
        <CopiedFact label={connectionLabels.clientId} value={settings.clientId} />
        <CertificateFact certificate={certificate} />
        <CopiedFact label={connectionLabels.scope} value={settings.scope} />
        <Fact label={connectionLabels.organization}>{settings.organization}</Fact>
        <Fact label={connectionLabels.apiVersion}>{settings.apiVersion}</Fact>
        <Fact label={connectionLabels.defaultProject}>
          {settings.defaultProject || <span className="text-muted">None</span>}
        </Fact>
        <Fact label="Retry policy">{retryText(settings)}</Fact>
      </Facts>
    </Card>
  )
}
