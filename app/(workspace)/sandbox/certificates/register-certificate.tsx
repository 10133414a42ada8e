'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Certificate } from '#lib/certificates/schema'
import { certificatesQuery, readPublicFile } from '#query/certificates'
import { type SandboxApp, useRegisterCertificate } from '#query/sandbox'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { FileInput } from '#ui/file-input'
import { LinkButton } from '#ui/link-button'
import { ProblemNotice } from '#ui/problem-notice'
import { Select } from '#ui/select'

type Register = ReturnType<typeof useRegisterCertificate>

function UploadFile({ register }: { readonly register: Register }) {
  const [file, setFile] = useState<File>()
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (file) register.mutate(async () => file)
      }}
    >
      <Field label="Upload certificate" description="The public file: .cer, .pem or .crt">
        <FileInput accept=".cer,.pem,.crt" onChange={(event) => setFile(event.target.files?.[0])} />
      </Field>
      <Button type="submit" icon="upload" disabled={!file} busy={register.isPending}>
        Upload
      </Button>
    </form>
  )
}

/** Saves the way through the download folder; the portal gets the same public file either way. */
function UseOwnCertificate({ register, choices }: { readonly register: Register; readonly choices: Certificate[] }) {
  const [chosen, setChosen] = useState('')
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        register.mutate(() => readPublicFile(chosen))
      }}
    >
      <Field label="Or take one of Certboard's" description="Its public file is uploaded for you.">
        <Select value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">Choose a certificate</option>
          {choices.map(({ id, name, thumbprintSha1 }) => (
            <option key={id} value={id}>
              {name} ({thumbprintSha1.slice(0, 8)})
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" icon="certificate" disabled={chosen === ''} busy={register.isPending}>
        Register
      </Button>
    </form>
  )
}

export function RegisterCertificate({ app }: { readonly app: SandboxApp }) {
  const register = useRegisterCertificate(app.clientId)
  const { data = [] } = useQuery(certificatesQuery())
  const choices = data.filter(
    (own) => !app.certificates.some(({ thumbprintSha1 }) => thumbprintSha1 === own.thumbprintSha1),
  )
  return (
    <div className="space-y-4">
      {register.isError && <ProblemNotice error={register.error} />}
      <div className="grid gap-6 sm:grid-cols-2">
        <UploadFile register={register} />
        {choices.length > 0 && <UseOwnCertificate register={register} choices={choices} />}
        {data.length === 0 && (
          <div className="space-y-3">
            <p className="text-muted text-sm">You have no certificate yet. Make one, then come back.</p>
            <LinkButton href="/certificates" icon="certificate">
              Certificates
            </LinkButton>
          </div>
        )}
      </div>
      <p role="status" className="text-passed text-sm empty:hidden">
        {register.isSuccess && 'The certificate is registered.'}
      </p>
    </div>
  )
}
