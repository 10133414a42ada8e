import 'server-only'
import { readCertificateFile } from './certificate-file'
import type { SavedApp } from './changes'
import { type RegisteredCertificate, shown, type TrustedKey, trustedKeyOf } from './registered-certificate'

/** An app registration with its certificates read, as Entra ID's side of the sandbox sees it. */
export interface DirectoryApp extends Omit<SavedApp, 'certificates'> {
  readonly keys: readonly TrustedKey[]
}

/** As the portal shows it. */
export interface AppRegistration extends Omit<SavedApp, 'certificates'> {
  readonly certificates: readonly RegisteredCertificate[]
}

export const opened = ({ certificates, ...app }: SavedApp): DirectoryApp => ({
  ...app,
  keys: certificates.map((pem) => trustedKeyOf(readCertificateFile(pem))),
})

export const saved = ({ keys, ...app }: DirectoryApp): SavedApp => ({
  ...app,
  certificates: keys.map(({ pem }) => pem),
})

export const portalView = ({ keys, ...app }: DirectoryApp): AppRegistration => ({
  ...app,
  certificates: keys.map(shown),
})
