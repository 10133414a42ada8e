'use client'
import { useSetup } from '#setup/setup-provider'
import { Card } from '#ui/card'
import { CertificateSelect } from '../../../certificates/certificate-select'

/** Whose setup it is chooses the certificate; who uploads it needs its public file only. */
export function ChooseCertificate() {
  const { draft, change } = useSetup()
  return (
    <Card title="The certificate">
      <CertificateSelect
        label="Certificate"
        description="Make a key pair here, whose private key never leaves this server, or import one that you have."
        value={draft.certificateId ?? ''}
        onChange={(certificateId) => change({ certificateId })}
      />
    </Card>
  )
}
