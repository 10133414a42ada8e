'use client'
import { useState } from 'react'
import type { Certificate } from '#lib/certificates/schema'
import { certificateFile, expiryCalendar, useDeleteCertificate } from '#query/certificates'
import { Badge } from '#ui/badge'
import { Button, DownloadLink } from '#ui/button'
import { Card } from '#ui/card'
import { ConfirmDialog } from '#ui/dialog'
import { Fact, Facts } from '#ui/facts'
import { Day } from '#ui/moment'
import { ProblemNotice } from '#ui/problem-notice'
import { Thumbprint } from '#ui/thumbprint'
import { KeyVaultFacts, NewerVersion } from './key-vault-facts'
import { Validity } from './validity'

const destroyed =
  'The private key is destroyed with it and cannot be brought back. Remove the public certificate from the app registration too.'
const unlinked = 'Certboard forgets where its key is. The certificate and the key stay in the key vault.'

const keyPlaces: Readonly<Record<Certificate['source'], string>> = {
  generated: 'made here',
  imported: 'imported',
  'key vault': 'stays in the key vault',
}

function DeleteCertificate({ certificate }: { readonly certificate: Certificate }) {
  const [asking, setAsking] = useState(false)
  const remove = useDeleteCertificate()
  return (
    <>
      <Button size="small" variant="danger" icon="trash" onClick={() => setAsking(true)}>
        Delete
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Delete “${certificate.name}”?`}
        action="Delete certificate"
        busy={remove.isPending}
        onConfirm={() => remove.mutate(certificate.id)}
      >
        <p>{certificate.keyVault ? unlinked : destroyed}</p>
        {remove.isError && <ProblemNotice error={remove.error} />}
      </ConfirmDialog>
    </>
  )
}

function CertificateFacts({ certificate }: { readonly certificate: Certificate }) {
  return (
    <Facts>
      <Fact label="Subject">{certificate.subject}</Fact>
      <Fact label="Valid">
        <Day iso={certificate.notBefore} /> to <Day iso={certificate.notAfter} />
      </Fact>
      <Fact label="SHA-1 thumbprint">
        <Thumbprint value={certificate.thumbprintSha1} what="SHA-1 thumbprint" />
      </Fact>
      <Fact label="SHA-256 thumbprint">
        <Thumbprint value={certificate.thumbprintSha256} what="SHA-256 thumbprint" />
      </Fact>
      <Fact label="Key">
        RSA, {certificate.keySize} bits, {keyPlaces[certificate.source]}
      </Fact>
      {certificate.keyVault && <KeyVaultFacts place={certificate.keyVault} />}
    </Facts>
  )
}

export function CertificateCard({ certificate }: { readonly certificate: Certificate }) {
  return (
    <Card>
      <header className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="wrap-anywhere font-semibold text-lg">{certificate.name}</h2>
        <Validity certificate={certificate} />
        {certificate.source === 'imported' && <Badge>Imported</Badge>}
        {certificate.keyVault && <Badge>Key vault</Badge>}
      </header>
      <CertificateFacts certificate={certificate} />
      {certificate.keyVault && <NewerVersion id={certificate.id} place={certificate.keyVault} />}
      <footer className="mt-5 flex flex-wrap gap-2">
        <DownloadLink size="small" href={certificateFile(certificate.id, 'cer')}>
          Public .cer
        </DownloadLink>
        <DownloadLink size="small" href={certificateFile(certificate.id, 'pem')}>
          Public .pem
        </DownloadLink>
        <DownloadLink size="small" href={expiryCalendar(certificate.id)}>
          Calendar .ics
        </DownloadLink>
        <DeleteCertificate certificate={certificate} />
      </footer>
    </Card>
  )
}
