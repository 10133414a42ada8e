'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { type Certificate, type ImportCertificateInput, importCertificateInput } from '#lib/certificates/schema'
import { base64Of } from '#query/base64'
import { useImportCertificate } from '#query/certificates'
import { showFieldErrors } from '#query/field-errors'
import { Button } from '#ui/button'
import { Dialog, DialogActions } from '#ui/dialog'
import { Field } from '#ui/field'
import { FileInput } from '#ui/file-input'
import { ProblemNotice } from '#ui/problem-notice'
import { TextInput } from '#ui/text-input'

interface ImportDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone?: (certificate: Certificate) => void
}

export function ImportDialog({ open, onClose, onDone }: ImportDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Import a certificate"
      description="A PFX file, or PEM with certificate and private key. The key is sealed on arrival; no page or API ever gives it out again."
    >
      <ImportForm onClose={onClose} {...(onDone && { onDone })} />
    </Dialog>
  )
}

type ImportFormState = UseFormReturn<ImportCertificateInput>

/** Empty optional values are left out: an empty password is not the same as none. */
const given = ({ keyFile, password, ...input }: ImportCertificateInput): ImportCertificateInput => ({
  ...input,
  ...(keyFile && { keyFile }),
  ...(password && { password }),
})

async function takeFile(form: ImportFormState, name: 'file' | 'keyFile', file: File | undefined) {
  form.setValue(name, file ? await base64Of(file) : '', { shouldValidate: form.formState.isSubmitted })
  if (name === 'file' && file && form.getValues('name') === '') form.setValue('name', file.name.replace(/\.\w+$/, ''))
}

function useImportForm({ onClose, onDone }: Omit<ImportDialogProps, 'open'>) {
  const importing = useImportCertificate()
  const form = useForm<ImportCertificateInput>({
    resolver: zodResolver(importCertificateInput),
    defaultValues: { name: '', file: '', password: '' },
  })
  const submit = form.handleSubmit((input) =>
    importing.mutate(given(input), {
      onError: (error) => showFieldErrors(form, error),
      onSuccess: (certificate) => {
        onClose()
        onDone?.(certificate)
      },
    }),
  )
  return { importing, form, submit }
}

function ImportForm(props: Omit<ImportDialogProps, 'open'>) {
  const { importing, form, submit } = useImportForm(props)
  const { errors } = form.formState
  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      {importing.isError && <ProblemNotice error={importing.error} />}
      <Field label="File" description=".pfx, .p12, .pem, .cer or .crt" error={errors.file?.message}>
        <FileInput
          accept=".pfx,.p12,.pem,.cer,.crt,.der"
          onChange={(event) => takeFile(form, 'file', event.target.files?.[0])}
        />
      </Field>
      <Field
        label="Private key file"
        description="Only when the key is in a file of its own."
        optional
        error={errors.keyFile?.message}
      >
        <FileInput accept=".pem,.key" onChange={(event) => takeFile(form, 'keyFile', event.target.files?.[0])} />
      </Field>
      <Field label="Password" description="Only when the file is protected." optional error={errors.password?.message}>
        <TextInput {...form.register('password')} type="password" autoComplete="off" />
      </Field>
      <Field label="Name" description="How you recognise it here." error={errors.name?.message}>
        <TextInput {...form.register('name')} />
      </Field>
      <DialogActions>
        <Button onClick={props.onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={importing.isPending}>
          Import
        </Button>
      </DialogActions>
    </form>
  )
}
