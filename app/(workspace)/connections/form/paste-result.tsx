import type { ReactNode } from 'react'
import type { Certificate } from '#lib/certificates/schema'
import type { PastedSettings } from '#lib/connections/elsewhere/schema'
import { connectionLabels, type SettingName } from '#lib/connections/schema'
import { Notice } from '#ui/notice'

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className="font-semibold text-sm">{title}</h3>
      <ul className="mt-1 list-disc pl-5 text-muted text-sm">{children}</ul>
    </section>
  )
}

function SecretsNotice({ secrets }: { readonly secrets: PastedSettings['secrets'] }) {
  return (
    <div role="alert">
      <Notice tone="danger" title="There was a secret in the text">
        <p>
          Found: {secrets.join(', ')}. Certboard does not need it; it was neither sent nor kept. If the text has been
          elsewhere too, such as in a mail or a chat, replace the secret.
        </p>
      </Notice>
    </div>
  )
}

const hasFound = ({ values, thumbprint }: PastedSettings) => thumbprint !== undefined || Object.keys(values).length > 0

interface PasteResultProps {
  readonly read: PastedSettings
  /** The certificate of the workspace that the text names. */
  readonly certificate: Certificate | undefined
}

/** What became of a pasted text. */
export function PasteResult({ read, certificate }: PasteResultProps) {
  const { values, thumbprint, refused, unknown, secrets } = read
  return (
    <div className="space-y-4">
      {secrets.length > 0 && <SecretsNotice secrets={secrets} />}
      <div role="status" className="space-y-4">
        {!hasFound(read) && <p>Nothing in the text says something of a connection.</p>}
        {hasFound(read) && (
          <Section title="Filled in">
            {(Object.keys(values) as SettingName[]).map((name) => (
              <li key={name}>{connectionLabels[name]}</li>
            ))}
            {certificate && <li>Certificate: {certificate.name}</li>}
            {thumbprint && !certificate && (
              <li className="wrap-anywhere">Not the certificate: none here has the thumbprint {thumbprint}</li>
            )}
          </Section>
        )}
        {refused.length > 0 && (
          <Section title="Not usable">
            {refused.map(({ label, reason }) => (
              <li key={label + reason}>
                {label}: {reason}
              </li>
            ))}
          </Section>
        )}
        {unknown.length > 0 && (
          <Section title="Not understood">
            {[...new Set(unknown)].map((line) => (
              <li key={line} className="wrap-anywhere font-mono">
                {line}
              </li>
            ))}
          </Section>
        )}
      </div>
    </div>
  )
}
