/**
 * PFX files that openssl does not write, written by libraries that Certboard does not read them with: several keys in
 * the shape of Java's keytool, by pkijs; other orders and no password at all, by node-forge.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { BmpString, OctetString } from 'asn1js'
import forge from 'node-forge'
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs'

const bag = { shroudedKey: '1.2.840.113549.1.12.10.1.2', certificate: '1.2.840.113549.1.12.10.1.3' }
const attribute = { friendlyName: '1.2.840.113549.1.9.20', localKeyId: '1.2.840.113549.1.9.21' }

/** keytool's own numbers: AES-256, SHA-256, 10,000 rounds. */
const protection = (password: string, rounds = 10_000) => ({
  password: new TextEncoder().encode(password).buffer,
  contentEncryptionAlgorithm: { name: 'AES-CBC' as const, length: 256, iv: crypto.getRandomValues(new Uint8Array(16)) },
  hmacHashAlgorithm: 'SHA-256',
  iterationCount: rounds,
})

/** How keytool ties an entry's certificate to its key: by its alias and by the time at which it was made. */
const entryAttributes = (alias: string) => [
  new Attribute({ type: attribute.friendlyName, values: [new BmpString({ value: alias })] }),
  new Attribute({
    type: attribute.localKeyId,
    values: [new OctetString({ valueHex: new TextEncoder().encode(`Time ${alias}`).buffer })],
  }),
]

async function keyBag(pem: string, alias: string, password: string, rounds?: number): Promise<SafeBag> {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' })
  const shrouded = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(der) })
  await shrouded.makeInternalValues(protection(password, rounds))
  return new SafeBag({ bagId: bag.shroudedKey, bagValue: shrouded, bagAttributes: entryAttributes(alias) })
}

const certificateBag = (pem: string, bagAttributes: Attribute[]) =>
  new SafeBag({
    bagId: bag.certificate,
    bagValue: new CertBag({ parsedValue: Certificate.fromBER(new X509Certificate(pem).raw) }),
    bagAttributes,
  })

/** Two safes, the second one encrypted, and the checksum over both. */
async function sealed(open: SafeBag[], encrypted: SafeBag[], password: string): Promise<Uint8Array> {
  const safeContents = [
    { privacyMode: 0, value: new SafeContents({ safeBags: open }) },
    { privacyMode: 1, value: new SafeContents({ safeBags: encrypted }) },
  ]
  const authenticatedSafe = new AuthenticatedSafe({ parsedValue: { safeContents } })
  await authenticatedSafe.makeInternalValues({ safeContents: [{}, protection(password)] })
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } })
  const { password: bytes, iterationCount: iterations, hmacHashAlgorithm } = protection(password)
  const pbkdf2HashAlgorithm = { name: hmacHashAlgorithm }
  await pfx.makeInternalValues({ password: bytes, iterations, pbkdf2HashAlgorithm, hmacHashAlgorithm })
  return new Uint8Array(pfx.toSchema().toBER())
}

const aliases = ['one', 'two']

/** One file with an entry for every list: first the key, then its certificate, then further ones; all in PEM. */
export async function several(entries: readonly (readonly string[])[], password: string): Promise<Uint8Array> {
  const named = entries.map(([key = '', ...certificates], at) => ({ key, certificates, alias: aliases[at] ?? '' }))
  const keys = await Promise.all(named.map(({ key, alias }) => keyBag(key, alias, password)))
  const certificates = named.flatMap((entry) =>
    entry.certificates.map((pem, at) => certificateBag(pem, at === 0 ? entryAttributes(entry.alias) : [])),
  )
  return sealed(keys, certificates, password)
}

/** What is asked of the key does not show until the safe around it is open. */
export async function costlyInside([key = '', certificate = '']: readonly string[], password: string) {
  return sealed([], [await keyBag(key, 'one', password, 600_001), certificateBag(certificate, [])], password)
}

function byForge([key = '', ...certificates]: readonly string[], password: string | null): Buffer {
  const chain = certificates.map((pem) => forge.pki.certificateFromPem(pem))
  const asn1 = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(key), chain, password, { algorithm: '3des' })
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1')
}

/** The certificates in the order given, whatever belongs to the key, which comes first and in PKCS #1. */
export const chainFirst = (pems: readonly string[], password: string): Buffer => byForge(pems, password)

/** Not even an empty password: its checksum is computed with no bytes at all. */
export const withoutPassword = (pems: readonly string[]): Buffer => byForge(pems, null)
