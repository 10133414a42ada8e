'use client'
import { connectionLabels } from '#lib/connections/schema'
import { CertificateSelect } from '../../certificates/certificate-select'
import { useConnectionForm } from './values'

export function CertificateField() {
  const form = useConnectionForm()
  const { ref, onBlur } = form.register('certificateId')
  return (
    <CertificateSelect
      label={connectionLabels.certificateId}
      description="Signs for the app. Its public part must be uploaded to the app registration."
      value={form.watch('certificateId')}
      onChange={(id) => form.setValue('certificateId', id, { shouldDirty: true, shouldValidate: true })}
      onBlur={() => void onBlur({ target: { name: 'certificateId' }, type: 'blur' })}
      ref={ref}
      error={form.formState.errors.certificateId?.message}
    />
  )
}
