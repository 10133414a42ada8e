'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Certificate } from '#lib/certificates/schema'
import { connectionLabels } from '#lib/connections/schema'
import { certificatesQuery } from '#query/certificates'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { ProblemNotice } from '#ui/problem-notice'
import { Select } from '#ui/select'
import { GenerateDialog } from '../../certificates/generate-dialog'
import { ImportDialog } from '../../certificates/import-dialog'
import { useConnectionForm } from './values'

const optionText = ({ name, thumbprintSha1, notAfter }: Certificate) =>
  `${name} (${thumbprintSha1.slice(0, 8)}, until ${notAfter.slice(0, 10)})`

/** Picks one of the workspace's certificates, or makes one on the spot without leaving the form. */
export function CertificateField() {
  const form = useConnectionForm()
  const [open, setOpen] = useState<'generate' | 'import'>()
  const { data = [], error } = useQuery(certificatesQuery())
  const close = () => setOpen(undefined)
  const choose = ({ id }: Certificate) =>
    form.setValue('certificateId', id, { shouldDirty: true, shouldValidate: true })
  const { ref, ...certificateId } = form.register('certificateId')

  return (
    <div className="space-y-2">
      {error && <ProblemNotice error={error} />}
      <Field
        label={connectionLabels.certificateId}
        description="Signs for the app. Its public part must be uploaded to the app registration."
        error={form.formState.errors.certificateId?.message}
      >
        {/* The options may arrive after the value, so the value is set by React and not by the form library. */}
        <Select {...certificateId} ref={ref} value={form.watch('certificateId')}>
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
      </div>
      <GenerateDialog open={open === 'generate'} onClose={close} onDone={choose} />
      <ImportDialog open={open === 'import'} onClose={close} onDone={choose} />
    </div>
  )
}
