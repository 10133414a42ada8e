import 'server-only'
import { X509Certificate } from 'node:crypto'

/** Sentences for the files that people upload by mistake, recognised by their PEM label. */
const mistakes = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'This file contains a private key. Upload only the public certificate.'],
  [/-----BEGIN (NEW )?CERTIFICATE REQUEST-----/, 'This is a certificate request. Upload the certificate made from it.'],
  [/-----BEGIN PKCS7-----/, 'This is a PKCS #7 bundle. Upload the certificate alone, as PEM or DER.'],
] as const

/**
 * Reads the public certificate from an uploaded file, PEM or DER; the first one if there are several.
 * @throws Error with a sentence for the person, if the file holds a private key or no certificate
 */
export function readCertificateFile(file: Uint8Array | string): X509Certificate {
  const text = typeof file === 'string' ? file : Buffer.from(file).toString('latin1')
  const mistake = mistakes.find(([label]) => label.test(text))
  if (mistake) throw new Error(mistake[1])
  try {
    return new X509Certificate(file)
  } catch (cause) {
    throw new Error('This is not a certificate. Upload the public certificate as PEM or DER (.cer, .crt, .pem).', {
      cause,
    })
  }
}
