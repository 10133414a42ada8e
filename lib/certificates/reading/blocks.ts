import 'server-only'
import { AppError, type ErrorCode } from '#lib/platform/errors/index'
import { type Block, certificateLabels } from './block'
import { derBlocks } from './der'
import { pemBlocks, textOf } from './pem'

const javaKeystore = /^(feedfeed|cececece)/
const sshKey = /^(ssh-|ecdsa-sha2-|---- BEGIN SSH2 )/
const puttyKey = /^PuTTY-User-Key-File/
/** Base64, also as URLs have it and between quotation marks. */
const bareBase64 = /^[\w+/=\s"'-]+$/

/** What people choose by mistake, by its PEM label. */
const foreignLabels: Readonly<Record<string, ErrorCode>> = {
  'CERTIFICATE REQUEST': 'certificate_is_request',
  PKCS7: 'certificate_is_pkcs7',
  'OPENSSH PRIVATE KEY': 'certificate_is_ssh_key',
}

/** The code that explains a file in which something is missing. A request beside its certificate explains nothing. */
export function foreignCodeOf(blocks: readonly Block[]): ErrorCode | undefined {
  const codes = blocks.map(({ label }) => foreignLabels[label])
  const hasCertificate = blocks.some(({ label }) => certificateLabels.includes(label))
  return codes.find((code) => code && !(hasCertificate && code === 'certificate_is_request'))
}

function requireOurKind(bytes: Uint8Array, text: string): void {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (javaKeystore.test(start)) throw new AppError('certificate_is_java_keystore')
  if (sshKey.test(text)) throw new AppError('certificate_is_ssh_key')
  if (puttyKey.test(text)) throw new AppError('certificate_is_putty_key')
}

/**
 * Takes a file apart, whether it is PEM, DER, or either of them in bare base64.
 * @throws certificate_is_java_keystore, certificate_is_ssh_key, certificate_is_putty_key, certificate_file_unreadable
 */
export function blocksOf(file: Uint8Array): Block[] {
  const text = textOf(file)
  requireOurKind(file, text)
  const inPem = pemBlocks(text)
  if (inPem.length > 0) return inPem
  if (bareBase64.test(text)) return blocksOf(Buffer.from(text.replace(/["'\s]/g, ''), 'base64'))
  const inDer = derBlocks(file)
  if (inDer.length === 0) throw new AppError('certificate_file_unreadable')
  return inDer
}
