import 'server-only'
import { type JsonWebKey, X509Certificate } from 'node:crypto'
import type { VaultCertificate, VaultVersion } from '../control/key-vault-state'

/** One version of a certificate and of the key that has its name, or what a list tells of it. */
export interface VaultObject {
  readonly vaultUrl: string
  readonly name: string
  readonly version: VaultVersion
}

const seconds = (date: string | Date): number => Math.floor(new Date(date).getTime() / 1000)

const certificateOf = ({ version }: VaultObject): X509Certificate => new X509Certificate(version.certificate)

/** From when and until when, in seconds: as long as the certificate, unless somebody has changed it. */
export const termOf = (object: VaultObject) => {
  const { validFrom, validTo } = certificateOf(object)
  const { notBefore = validFrom, notAfter = validTo } = object.version
  return { nbf: seconds(notBefore), exp: seconds(notAfter) }
}

const listedAttributes = (object: VaultObject) => {
  const created = seconds(object.version.createdAt)
  return { enabled: object.version.enabled, ...termOf(object), created, updated: created }
}

const attributesOf = (object: VaultObject) => ({
  ...listedAttributes(object),
  recoveryLevel: 'Recoverable+Purgeable',
  recoverableDays: 90,
})

/** SHA-1, in base64url as everything in the vault's answers but the certificate itself. */
const x5tOf = ({ fingerprint }: X509Certificate): string =>
  Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url')

const idOf = ({ vaultUrl, name }: VaultObject, collection: string): string => `${vaultUrl}/${collection}/${name}`

export const keyIdOf = (object: VaultObject): string => `${idOf(object, 'keys')}/${object.version.version}`

const keyTypeOf = ({ version }: VaultObject): string => (version.isHsm ? 'RSA-HSM' : 'RSA')

function policyOf(object: VaultObject, certificate: X509Certificate) {
  const created = seconds(object.version.createdAt)
  return {
    id: `${idOf(object, 'certificates')}/policy`,
    key_props: { exportable: false, kty: keyTypeOf(object), key_size: 2048, reuse_key: false },
    secret_props: { contentType: 'application/x-pkcs12' },
    x509_props: {
      subject: certificate.subject,
      ekus: ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'],
      key_usage: [...(object.version.maySign ? ['digitalSignature'] : []), 'keyEncipherment'],
      validity_months: 12,
      basic_constraints: { ca: false },
    },
    lifetime_actions: [{ trigger: { lifetime_percentage: 80 }, action: { action_type: 'AutoRenew' } }],
    issuer: { name: 'Self' },
    attributes: { enabled: true, created, updated: created },
  }
}

export function certificateJson(object: VaultObject) {
  const certificate = certificateOf(object)
  const { version } = object.version
  return {
    id: `${idOf(object, 'certificates')}/${version}`,
    kid: keyIdOf(object),
    sid: `${idOf(object, 'secrets')}/${version}`,
    x5t: x5tOf(certificate),
    cer: certificate.raw.toString('base64'),
    attributes: attributesOf(object),
    policy: policyOf(object, certificate),
  }
}

/** As a list of certificates, or of one certificate's versions, tells of it. */
export const listedJson = (object: VaultObject, of: 'certificates' | 'versions') => ({
  id: `${idOf(object, 'certificates')}${of === 'versions' ? `/${object.version.version}` : ''}`,
  x5t: x5tOf(certificateOf(object)),
  attributes: listedAttributes(object),
  subject: '',
})

/** Microsoft, “About Azure Key Vault certificates”: mapping X.509 usage to key operations. */
const operationsOf = ({ version }: VaultObject): string[] => [
  ...(version.maySign ? ['sign', 'verify'] : []),
  ...['wrapKey', 'unwrapKey', 'encrypt', 'decrypt'],
]

export function keyJson(object: VaultObject) {
  const { n, e }: JsonWebKey = certificateOf(object).publicKey.export({ format: 'jwk' })
  return {
    key: { kid: keyIdOf(object), kty: keyTypeOf(object), key_ops: operationsOf(object), n, e },
    attributes: attributesOf(object),
    managed: true,
  }
}

/** The version that is asked for, or else the newest one. */
export function versionIn({ versions }: VaultCertificate, asked: string | undefined): VaultVersion | undefined {
  return asked === undefined ? versions.at(-1) : versions.find(({ version }) => version === asked.toLowerCase())
}
