'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { type Certificate, type ImportCertificateInput, importCertificateInput } from '#lib/certificates/schema'
import { base64Of } from '#query/base64'
import { useImportCertificate } from '#query/certificates'
import { showFieldErrors } from '#query/field-errors'
import { hasCode, type Problem, problemOf } from '#query/problem'
import { Button } from '#ui/button'
import { Dialog, DialogActions } from '#ui/dialog'
import { Field } from '#ui/field'
import { FileInput } from '#ui/file-input'
import { ProblemNotice } from '#ui/problem-notice'
import { TextInput } from '#ui/text-input'
import { CertificateChoice } from './certificate-choice'

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
      description="A PFX or PEM file with the certificate and its private key, or each in a file of its own. The key is sealed on arrival; no page or API ever gives it out again."
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
  /** Asked, where the files hold more than one certificate with its key. */
  const [question, setQuestion] = useState<Problem>()
  const form = useForm<ImportCertificateInput>({
    resolver: zodResolver(importCertificateInput),
    defaultValues: { name: '', file: '', keyFile: '', password: '' },
  })

  async function take(name: 'file' | 'keyFile', file: File | undefined) {
    setQuestion(undefined)
    form.setValue('thumbprintSha256', undefined)
    await takeFile(form, name, file)
  }

  const submit = form.handleSubmit((input) => {
    if (question && !input.thumbprintSha256) {
      form.setError('thumbprintSha256', { message: 'Choose one of them' })
      return
    }
    importing.mutate(given(input), {
      onError: (error) => {
        showFieldErrors(form, error)
        if (hasCode(error, 'certificate_choice_needed')) setQuestion(problemOf(error))
      },
      onSuccess: (certificate) => {
        onClose()
        onDone?.(certificate)
      },
    })
  })
  return { importing, form, submit, take, question }
}

function ImportForm(props: Omit<ImportDialogProps, 'open'>) {
  const { importing, form, submit, take, question } = useImportForm(props)
  const { errors } = form.formState
  const isQuestion = hasCode(importing.error, 'certificate_choice_needed')
  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      {importing.isError && !isQuestion && <ProblemNotice error={importing.error} />}
      {question && (
        <CertificateChoice
          question={question}
          value={form.watch('thumbprintSha256')}
          error={errors.thumbprintSha256?.message}
          onChange={(thumbprint) => form.setValue('thumbprintSha256', thumbprint, { shouldValidate: true })}
        />
      )}
      <Field label="File" description=".pfx, .p12, .pem, .cer, .crt, .der or .p7b" error={errors.file?.message}>
        <FileInput
          accept=".pfx,.p12,.pem,.cer,.crt,.der,.p7b,.p7c,.key,.b64,.txt"
          onChange={(event) => take('file', event.target.files?.[0])}
        />
      </Field>
      <Field
        label="Private key file"
        description="Only when the key is in a file of its own."
        optional
        error={errors.keyFile?.message}
      >
        <FileInput
          accept=".key,.pem,.der,.p8,.pfx,.p12,.b64,.txt"
          onChange={(event) => take('keyFile', event.target.files?.[0])}
        />
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
