import 'server-only'
import type { SandboxIdentity } from '../identity'
import { readCertificateFile } from './certificate-file'
import { type RegisteredCertificate, shown, type TrustedKey, trustedKeyOf } from './registered-certificate'

/** All that a person can change in the sandbox's tenant, as plain JSON: certificates as PEM, and the membership. */
export interface SandboxChanges {
  readonly certificates: readonly string[]
  readonly isMember: boolean
}

interface AppRegistration {
  readonly displayName: string
  readonly clientId: string
  readonly certificates: readonly RegisteredCertificate[]
  /** Whether its service principal is a user of the organization. */
  readonly isMember: boolean
}

/** What a person would do in the Azure portal and in the organization's settings. */
export interface SandboxControl {
  appRegistration(): AppRegistration
  /**
   * Registers a public certificate, PEM or DER. A certificate that is already there stays as it is.
   * @throws Error with a sentence for the person, if the file holds a private key or no certificate
   */
  uploadCertificate(file: Uint8Array | string): RegisteredCertificate
  /** Thumbprint in hex, upper or lower case. Gives whether there was such a certificate. */
  removeCertificate(thumbprintSha1: string): boolean
  addMember(): void
  removeMember(): void
}

interface ControlOptions {
  readonly identity: SandboxIdentity
  readonly load?: (() => SandboxChanges | undefined) | undefined
  readonly save?: ((changes: SandboxChanges) => void) | undefined
}

/** The state behind the portal, and the keys that Entra's side of the sandbox trusts. */
export function createControl({ identity, load, save }: ControlOptions) {
  const loaded = load?.() ?? { certificates: [], isMember: true }
  let keys: readonly TrustedKey[] = loaded.certificates.map((pem) => trustedKeyOf(readCertificateFile(pem)))
  let member = loaded.isMember

  function change(next: { keys?: readonly TrustedKey[]; member?: boolean }): void {
    keys = next.keys ?? keys
    member = next.member ?? member
    save?.({ certificates: keys.map((key) => key.pem), isMember: member })
  }

  const control: SandboxControl = {
    appRegistration: () => ({
      displayName: identity.appDisplayName,
      clientId: identity.clientId,
      certificates: keys.map(shown),
      isMember: member,
    }),
    uploadCertificate(file) {
      const key = trustedKeyOf(readCertificateFile(file))
      const isNew = keys.every((known) => known.thumbprintSha256 !== key.thumbprintSha256)
      if (isNew) change({ keys: [...keys, key] })
      return shown(key)
    },
    removeCertificate(thumbprintSha1) {
      const kept = keys.filter((key) => key.thumbprintSha1 !== thumbprintSha1.toUpperCase())
      const removed = kept.length < keys.length
      if (removed) change({ keys: kept })
      return removed
    },
    addMember: () => change({ member: true }),
    removeMember: () => change({ member: false }),
  }
  return { control, trustedKeys: (): readonly TrustedKey[] => keys }
}
