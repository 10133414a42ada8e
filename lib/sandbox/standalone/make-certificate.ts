import 'server-only'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

export const ellipticAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
export const rsaAlgorithm = (modulusLength: number) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength,
  publicExponent: new Uint8Array([1, 0, 1]),
})

interface CertificateRequest {
  readonly commonName: string
  readonly algorithm: typeof ellipticAlgorithm | ReturnType<typeof rsaAlgorithm>
  readonly notBefore: Date
  readonly notAfter: Date
  readonly extensions?: readonly pkijs.Extension[]
  /** Who signs; without it the certificate signs itself. */
  readonly issuer?: MadeCertificate
}

export interface MadeCertificate {
  readonly commonName: string
  readonly privateKey: CryptoKey
  /** PEM */
  readonly certificate: string
  /** PEM, PKCS #8 */
  readonly key: string
}

const pem = (label: string, der: ArrayBuffer): string => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

const nameOf = (commonName: string): pkijs.RelativeDistinguishedNames => {
  const value = new asn1js.Utf8String({ value: commonName })
  return new pkijs.RelativeDistinguishedNames({
    typesAndValues: [new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value })],
  })
}

/** A positive integer (RFC 5280 section 4.1.2.2): the first byte keeps the sign away. */
const randomSerial = (): asn1js.Integer => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[0] = 0x40
  return new asn1js.Integer({ valueHex: bytes.buffer })
}

/** Makes a key pair and a version 3 certificate for it (RFC 5280), signed with SHA-256. */
export async function makeCertificate(request: CertificateRequest): Promise<MadeCertificate> {
  const { commonName, algorithm, notBefore, notAfter, extensions, issuer } = request
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = new pkijs.Certificate({ version: 2, serialNumber: randomSerial() })
  certificate.subject = nameOf(commonName)
  certificate.issuer = nameOf(issuer?.commonName ?? commonName)
  certificate.notBefore = new pkijs.Time({ value: notBefore })
  certificate.notAfter = new pkijs.Time({ value: notAfter })
  if (extensions) certificate.extensions = [...extensions]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(issuer?.privateKey ?? keys.privateKey, 'SHA-256')
  return {
    commonName,
    privateKey: keys.privateKey,
    certificate: pem('CERTIFICATE', certificate.toSchema(true).toBER()),
    key: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey)),
  }
}
