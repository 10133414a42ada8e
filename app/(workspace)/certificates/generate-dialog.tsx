'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import {
  type Certificate,
  type GenerateCertificateInput,
  generateCertificateInput,
  keySizes,
} from '#lib/certificates/schema'
import { useGenerateCertificate } from '#query/certificates'
import { showFieldErrors } from '#query/field-errors'
import { Button } from '#ui/button'
import { Dialog, DialogActions } from '#ui/dialog'
import { Field } from '#ui/field'
import { ProblemNotice } from '#ui/problem-notice'
import { Select } from '#ui/select'
import { TextInput } from '#ui/text-input'

interface GenerateDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone?: (certificate: Certificate) => void
}

const lifetimes = [
  [90, '90 days'],
  [180, '180 days'],
  [365, '1 year'],
  [730, '2 years'],
] as const

export function GenerateDialog({ open, onClose, onDone }: GenerateDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Generate a certificate"
      description="Certboard makes an RSA key and a certificate signed by itself. The private key is sealed and stays on this server."
    >
      <GenerateForm onClose={onClose} {...(onDone && { onDone })} />
    </Dialog>
  )
}

function useGenerateForm({ onClose, onDone }: Omit<GenerateDialogProps, 'open'>) {
  const generate = useGenerateCertificate()
  const form = useForm<z.input<typeof generateCertificateInput>, unknown, GenerateCertificateInput>({
    resolver: zodResolver(generateCertificateInput),
    defaultValues: { name: '', commonName: 'Certboard', lifetimeDays: 365, keySize: 3072 },
  })
  const submit = form.handleSubmit((input) =>
    generate.mutate(input, {
      onError: (error) => showFieldErrors(form, error),
      onSuccess: (certificate) => {
        onClose()
        onDone?.(certificate)
      },
    }),
  )
  return { generate, form, submit }
}

function GenerateForm(props: Omit<GenerateDialogProps, 'open'>) {
  const { generate, form, submit } = useGenerateForm(props)
  const { errors } = form.formState
  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      {generate.isError && <ProblemNotice error={generate.error} />}
      <Field label="Name" description="How you recognise it here." error={errors.name?.message}>
        <TextInput {...form.register('name')} placeholder="Azure DevOps, production" />
      </Field>
      <Field
        label="Common name"
        description="The certificate's subject, shown in the Entra portal."
        error={errors.commonName?.message}
      >
        <TextInput {...form.register('commonName')} />
      </Field>
      <Field label="Lifetime" error={errors.lifetimeDays?.message}>
        <Select {...form.register('lifetimeDays')}>
          {lifetimes.map(([days, label]) => (
            <option key={days} value={days}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Key size"
        description="More bits last longer and sign more slowly; Entra ID takes all of these."
        error={errors.keySize?.message}
      >
        <Select {...form.register('keySize')}>
          {keySizes.map((bits) => (
            <option key={bits} value={bits}>
              RSA, {bits} bits
            </option>
          ))}
        </Select>
      </Field>
      <DialogActions>
        <Button onClick={props.onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={generate.isPending}>
          Generate
        </Button>
      </DialogActions>
    </form>
  )
}
