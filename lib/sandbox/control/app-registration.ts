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

function openedKey(certificate: SavedApp['certificates'][number]): TrustedKey {
  const { pem, ...terms } = typeof certificate === 'string' ? { pem: certificate } : certificate
  return trustedKeyOf(readCertificateFile(pem), terms)
}

export const opened = ({ certificates, ...app }: SavedApp): DirectoryApp => ({
  ...app,
  keys: certificates.map(openedKey),
})

const savedKey = ({ pem, keyId, displayName, notBefore, notAfter }: TrustedKey): SavedApp['certificates'][number] => ({
  pem,
  keyId,
  displayName,
  notBefore,
  notAfter,
})

export const saved = ({ keys, ...app }: DirectoryApp): SavedApp => ({
  ...app,
  certificates: keys.map(savedKey),
})

export const portalView = ({ keys, ...app }: DirectoryApp): AppRegistration => ({
  ...app,
  certificates: keys.map(shown),
})
