'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Certificate } from '#lib/certificates/schema'
import { certificatesQuery } from '#query/certificates'
import { connectionQuery } from '#query/rotation'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'
import { SkeletonList } from '#ui/skeleton'
import { Thumbprint } from '#ui/thumbprint'
import { ChooseNext } from './choose-next'
import { GracePeriod } from './grace-period'
import { PreparedRotation } from './prepared-rotation'

function Retired({ certificate }: { readonly certificate: Certificate }) {
  return (
    <Notice tone="success" title="The rotation is done">
      <p>
        Now delete the old certificate from the app registration, under Certificates &amp; secrets &gt; Certificates. It
        is the one with this thumbprint:
      </p>
      <Thumbprint value={certificate.thumbprintSha1} what="SHA-1 thumbprint" />
    </Notice>
  )
}

/** What there is to do of the rotation now; each step leads to the next. */
export function Rotation({ id }: { readonly id: string }) {
  const { data: connection, error } = useQuery(connectionQuery(id))
  const { data: certificates = [] } = useQuery(certificatesQuery())
  const [retired, setRetired] = useState<Certificate>()
  if (error) return <ProblemNotice error={error} />
  if (!connection) return <SkeletonList label="Loading the connection" />

  const { settings, rotation } = connection
  const named = (certificateId: string | undefined) => certificates.find((one) => one.id === certificateId)
  const [current, next, previous] = [
    named(settings.certificateId),
    named(rotation?.nextCertificateId),
    named(rotation?.previousCertificateId),
  ]
  return (
    <div className="space-y-4">
      {retired && !rotation && <Retired certificate={retired} />}
      {next && <PreparedRotation id={id} current={current} next={next} />}
      {previous && rotation && (
        <GracePeriod id={id} rotation={rotation} current={current} previous={previous} onRetired={setRetired} />
      )}
      {!(next || previous) && <ChooseNext id={id} current={current} />}
    </div>
  )
}
