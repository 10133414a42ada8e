'use client'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { type ReactNode, type Ref, useState } from 'react'
import type { Certificate } from '#lib/certificates/schema'
import { certificatesQuery } from '#query/certificates'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { ProblemNotice } from '#ui/problem-notice'
import { Select } from '#ui/select'

/** Forms and their validation are needed by those who open one. */
const GenerateDialog = dynamic(async () => (await import('./generate-dialog')).GenerateDialog, { ssr: false })
const ImportDialog = dynamic(async () => (await import('./import-dialog')).ImportDialog, { ssr: false })
const KeyVaultDialog = dynamic(async () => (await import('./key-vault-dialog')).KeyVaultDialog, { ssr: false })

const optionText = ({ name, thumbprintSha1, notAfter }: Certificate) =>
  `${name} (${thumbprintSha1.slice(0, 8)}, until ${notAfter.slice(0, 10)})`

interface CertificateSelectProps {
  readonly label: string
  readonly description: ReactNode
  /** ID of the chosen one, empty for none. */
  readonly value: string
  readonly onChange: (id: string) => void
  readonly onBlur?: () => void
  readonly ref?: Ref<HTMLSelectElement>
  readonly error?: string | undefined
}

/** Picks one of the workspace's certificates, or makes one on the spot without leaving the page. */
export function CertificateSelect({ label, description, value, onChange, onBlur, ref, error }: CertificateSelectProps) {
  const [open, setOpen] = useState<'generate' | 'import' | 'key vault'>()
  const { data = [], error: unread } = useQuery(certificatesQuery())
  const dialog = { open: true, onClose: () => setOpen(undefined), onDone: ({ id }: Certificate) => onChange(id) }
  return (
    <div className="space-y-2">
      {unread && <ProblemNotice error={unread} />}
      <Field label={label} description={description} error={error}>
        <Select ref={ref} value={value} onBlur={onBlur} onChange={(event) => onChange(event.target.value)}>
          <option value="">{data.length === 0 ? 'No certificate yet' : 'Choose a certificate'}</option>
          {data.map((certificate) => (
            <option key={certificate.id} value={certificate.id}>
              {optionText(certificate)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button size="small" icon="plus" onClick={() => setOpen('generate')}>
          Generate
        </Button>
        <Button size="small" icon="upload" onClick={() => setOpen('import')}>
          Import
        </Button>
        <Button size="small" icon="key" onClick={() => setOpen('key vault')}>
          From a key vault
        </Button>
      </div>
      {open === 'generate' && <GenerateDialog {...dialog} />}
      {open === 'import' && <ImportDialog {...dialog} />}
      {open === 'key vault' && <KeyVaultDialog {...dialog} />}
    </div>
  )
}
