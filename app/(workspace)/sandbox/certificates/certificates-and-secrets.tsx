'use client'
import { PortalPage } from '../portal-page'
import { RegisteredCertificates } from './registered-certificates'

export function CertificatesAndSecrets() {
  return (
    <PortalPage
      title="Certificates & secrets"
      description="In the real portal: the app › Certificates & secrets › Certificates › Upload certificate. Entra ID then believes whoever signs with the matching private key."
    >
      {({ app }) => <RegisteredCertificates app={app} />}
    </PortalPage>
  )
}
