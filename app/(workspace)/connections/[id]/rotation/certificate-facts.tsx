'use client'
import type { Certificate } from '#lib/certificates/schema'
import { Fact } from '#ui/facts'
import { Thumbprint } from '#ui/thumbprint'
import { Validity } from '../../../certificates/validity'

interface CertificateFactProps {
  readonly label: string
  readonly certificate: Certificate | undefined
}

/** Which certificate it is, as the portal shows it too. */
export function CertificateFact({ label, certificate }: CertificateFactProps) {
  if (!certificate) return null
  return (
    <Fact label={label}>
      <span className="flex flex-wrap items-center gap-x-3">
        {certificate.name} <Validity certificate={certificate} />
      </span>
      <Thumbprint value={certificate.thumbprintSha1} what={`SHA-1 thumbprint of ${certificate.name}`} />
    </Fact>
  )
}
