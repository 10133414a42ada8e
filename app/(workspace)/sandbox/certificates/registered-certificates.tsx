'use client'
import { type RegisteredCertificate, type SandboxApp, useUnregisterCertificate } from '#query/sandbox'
import { IconButton } from '#ui/button'
import { Card } from '#ui/card'
import { Day } from '#ui/moment'
import { ProblemNotice } from '#ui/problem-notice'
import { Thumbprint } from '#ui/thumbprint'
import { RegisterCertificate } from './register-certificate'

interface RowProps {
  readonly clientId: string
  readonly certificate: RegisteredCertificate
}

function CertificateRow({ clientId, certificate }: RowProps) {
  const remove = useUnregisterCertificate(clientId)
  return (
    <li className="py-4 first:pt-0">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="wrap-anywhere font-medium">{certificate.subject}</p>
          <p className="text-muted text-sm">
            Expires <Day iso={certificate.notAfter} />
          </p>
          <dl className="mt-1 grid gap-x-4 sm:grid-cols-[4rem_1fr]">
            <dt className="text-muted text-sm leading-7">SHA-1</dt>
            <dd className="min-w-0">
              <Thumbprint value={certificate.thumbprintSha1} what="SHA-1 thumbprint" />
            </dd>
            <dt className="text-muted text-sm leading-7">SHA-256</dt>
            <dd className="min-w-0">
              <Thumbprint value={certificate.thumbprintSha256} what="SHA-256 thumbprint" />
            </dd>
          </dl>
        </div>
        <IconButton
          icon="trash"
          label={`Remove ${certificate.subject}`}
          disabled={remove.isPending}
          onClick={() => remove.mutate(certificate.thumbprintSha1)}
        />
      </div>
      {remove.isError && <ProblemNotice error={remove.error} />}
    </li>
  )
}

export function RegisteredCertificates({ app }: { readonly app: SandboxApp }) {
  return (
    <Card title={app.displayName}>
      {app.certificates.length > 0 ? (
        <ul className="mb-5 divide-y divide-line border-line border-b">
          {app.certificates.map((certificate) => (
            <CertificateRow key={certificate.thumbprintSha256} clientId={app.clientId} certificate={certificate} />
          ))}
        </ul>
      ) : (
        <p className="mb-5 text-muted">No certificate is registered, so nobody can sign in as this app.</p>
      )}
      <RegisterCertificate app={app} />
    </Card>
  )
}
