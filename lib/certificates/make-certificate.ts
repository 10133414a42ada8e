import 'server-only'
import { createPrivateKey, type KeyObject, webcrypto, X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
}
const dayMs = 24 * 60 * 60 * 1000
/** Entra ID's clock may be behind ours, and a certificate made now is often used within the minute. */
const backDatedMs = 10 * 60 * 1000

interface CertificateWish {
  readonly commonName: string
  readonly lifetimeDays: number
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * The lifetime counts from the back-dated beginning: a tenant's policy limits the whole span, and a certificate of just
 * the longest lifetime allowed must not exceed it by minutes.
 */
function validity({ lifetimeDays, now }: CertificateWish) {
  const begins = now - backDatedMs
  return { notBefore: new Date(begins), notAfter: new Date(begins + lifetimeDays * dayMs) }
}

function nameOf(commonName: string): pkijs.RelativeDistinguishedNames {
  const value = new asn1js.Utf8String({ value: commonName })
  return new pkijs.RelativeDistinguishedNames({
    typesAndValues: [new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value })],
  })
}

/** 15 random bytes behind one that keeps the number positive and its encoding minimal (RFC 5280 section 4.1.2.2). */
function randomSerialNumber(): asn1js.Integer {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16))
  bytes[0] = 0x01
  return new asn1js.Integer({ valueHex: bytes.buffer })
}

/** digitalSignature is the first, leftmost bit (RFC 5280 section 4.2.1.3). */
function digitalSignatureOnly(): pkijs.Extension {
  const usage = new asn1js.BitString({ valueHex: new Uint8Array([0b1000_0000]).buffer, unusedBits: 7 })
  return new pkijs.Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage.toBER() })
}

/** Makes an RSA 3072 key pair and a version 3 certificate for it, self-signed with SHA-256, for signatures only. */
export async function makeCertificate(
  wish: CertificateWish,
): Promise<{ certificate: X509Certificate; privateKey: KeyObject }> {
  const { notBefore, notAfter } = validity(wish)
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = new pkijs.Certificate({ version: 2, serialNumber: randomSerialNumber() })
  certificate.subject = nameOf(wish.commonName)
  certificate.issuer = nameOf(wish.commonName)
  certificate.notBefore = new pkijs.Time({ value: notBefore })
  certificate.notAfter = new pkijs.Time({ value: notAfter })
  certificate.extensions = [digitalSignatureOnly()]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(keys.privateKey, 'SHA-256')
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return {
    certificate: new X509Certificate(Buffer.from(certificate.toSchema(true).toBER())),
    privateKey: createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }),
  }
}
