import 'server-only'
import { AppError, type ErrorCode } from '#lib/platform/errors/index'
import type { Block } from './block'
import { derBlocks } from './der'
import { pemBlocks, textOf } from './pem'

const javaKeystore = /^(feedfeed|cececece)/
const sshKey = /^(PuTTY-User-Key-File|ssh-|ecdsa-sha2-)/
const bareBase64 = /^[A-Za-z0-9+/=\s]+$/

/** What people choose by mistake, by its PEM label. */
const foreignLabels: Readonly<Record<string, ErrorCode>> = {
  'CERTIFICATE REQUEST': 'certificate_is_request',
  'NEW CERTIFICATE REQUEST': 'certificate_is_request',
  PKCS7: 'certificate_is_pkcs7',
  CMS: 'certificate_is_pkcs7',
  'OPENSSH PRIVATE KEY': 'certificate_is_ssh_key',
  'SSH2 ENCRYPTED PRIVATE KEY': 'certificate_is_ssh_key',
}

/** The code that explains a file in which nothing useful was found. */
export const foreignCodeOf = (blocks: readonly Block[]): ErrorCode | undefined =>
  blocks.map(({ label }) => foreignLabels[label]).find((code) => code !== undefined)

function requireOurKind(bytes: Uint8Array, text: string): void {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (javaKeystore.test(start)) throw new AppError('certificate_is_java_keystore')
  if (sshKey.test(text)) throw new AppError('certificate_is_ssh_key')
}

/**
 * Takes a file apart, whether it is PEM, DER or DER in bare base64.
 * @throws certificate_is_java_keystore, certificate_is_ssh_key, certificate_file_unreadable
 */
export function blocksOf(file: Uint8Array): Block[] {
  const text = textOf(file)
  requireOurKind(file, text)
  const inPem = pemBlocks(text)
  if (inPem.length > 0) return inPem
  const inDer = derBlocks(bareBase64.test(text) ? Buffer.from(text, 'base64') : file)
  if (inDer.length === 0) throw new AppError('certificate_file_unreadable')
  return inDer
}
