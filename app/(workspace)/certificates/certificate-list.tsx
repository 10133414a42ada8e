'use client'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { certificatesQuery } from '#query/certificates'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { PageHeader } from '#ui/page-header'
import { ProblemNotice } from '#ui/problem-notice'
import { SkeletonList } from '#ui/skeleton'
import { CertificateCard } from './certificate-card'

/** Forms and their validation are needed by those who open one. */
const GenerateDialog = dynamic(async () => (await import('./generate-dialog')).GenerateDialog, { ssr: false })
const KeyVaultDialog = dynamic(async () => (await import('./key-vault-dialog')).KeyVaultDialog, { ssr: false })
const ImportDialog = dynamic(async () => (await import('./import-dialog')).ImportDialog, { ssr: false })

function Actions() {
  const [open, setOpen] = useState<'generate' | 'import' | 'key vault'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Button icon="key" onClick={() => setOpen('key vault')}>
        From a key vault
      </Button>
      <Button icon="upload" onClick={() => setOpen('import')}>
        Import
      </Button>
      <Button icon="plus" variant="primary" onClick={() => setOpen('generate')}>
        Generate
      </Button>
      {open === 'generate' && <GenerateDialog open onClose={close} />}
      {open === 'import' && <ImportDialog open onClose={close} />}
      {open === 'key vault' && <KeyVaultDialog open onClose={close} />}
    </>
  )
}

function List() {
  const { data, error } = useQuery(certificatesQuery())
  if (error) return <ProblemNotice error={error} />
  if (!data) return <SkeletonList label="Loading the certificates" />
  if (data.length === 0) {
    return (
      <Empty icon="certificate" title="No certificates yet">
        <p>
          Generate one here, import a PFX or PEM file that you have, or use one in a key vault. Then upload its public
          part to the app registration.
        </p>
      </Empty>
    )
  }
  return (
    <div className="space-y-4">
      {data.map((certificate) => (
        <CertificateCard key={certificate.id} certificate={certificate} />
      ))}
    </div>
  )
}

export function Certificates() {
  return (
    <>
      <PageHeader
        title="Certificates"
        description="A certificate is what this server shows to Entra ID instead of a password. Its private key is sealed and never leaves the server, or stays in your key vault; only the public file can be downloaded."
        actions={<Actions />}
      />
      <List />
    </>
  )
}
