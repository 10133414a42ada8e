import 'server-only'
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { AppError } from '#lib/platform/errors/index'
import { type Block, certificateLabels, isProtected, keyLabels, pemOf } from './block'
import { blocksOf, foreignCodeOf } from './blocks'
import { openProtected } from './in-worker'

export interface CertificateFiles {
  readonly file: Uint8Array
  readonly keyFile?: Uint8Array | undefined
  readonly password?: string | undefined
}

export interface Pair {
  readonly certificate: X509Certificate
  readonly privateKey: KeyObject
}

interface Found {
  readonly certificates: readonly X509Certificate[]
  readonly keys: readonly KeyObject[]
}

const maximumBytes = 256 * 1024
/** A long chain has five certificates. More parts than this are a bundle of authorities, or an attack. */
const maximumParts = 32

function requireFew(parts: number): void {
  if (parts > maximumParts) {
    throw new AppError('certificate_file_unreadable', { detail: `The file has more than ${maximumParts} parts.` })
  }
}

function readBlocks(file: Uint8Array): Block[] {
  if (file.byteLength > maximumBytes) throw new AppError('request_too_large')
  return blocksOf(file)
}

/** OpenSSL's messages say nothing to a person and may quote the input, so they end here. */
function readable<Value>(read: () => Value): Value {
  try {
    return read()
  } catch {
    throw new AppError('certificate_file_unreadable')
  }
}

const readCertificate = (source: string | Uint8Array) => readable(() => new X509Certificate(source))

async function openBlock(block: Block, password: string | undefined): Promise<Found> {
  if (isProtected(block)) {
    const { certificates, keys } = await openProtected(block, password)
    requireFew(certificates.length + keys.length)
    const readKey = (der: Uint8Array) =>
      readable(() => createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' }))
    return { certificates: certificates.map(readCertificate), keys: keys.map(readKey) }
  }
  const pem = pemOf(block)
  if (certificateLabels.includes(block.label)) return { certificates: [readCertificate(pem)], keys: [] }
  if (keyLabels.includes(block.label)) return { certificates: [], keys: [readable(() => createPrivateKey(pem))] }
  return { certificates: [], keys: [] }
}

const endOf = ({ validTo }: X509Certificate): number => Date.parse(validTo)

/** Of a chain the one that fits the key; of several that fit, as after a renewal with the same key, the one that ends last. */
function choosePair({ certificates, keys }: Found): Pair {
  const pairs = keys.flatMap((privateKey) =>
    certificates
      .filter((certificate) => readable(() => certificate.checkPrivateKey(privateKey)))
      .map((certificate) => ({ certificate, privateKey })),
  )
  const [pair] = pairs.toSorted((a, b) => endOf(b.certificate) - endOf(a.certificate))
  if (!pair) throw new AppError('certificate_pair_mismatch')
  return pair
}

/**
 * Finds the certificate and the private key that belongs to it in one file or two, in any order: PEM, DER or PFX,
 * plain or protected by a password.
 * @throws request_too_large above 256 KiB; certificate_file_unreadable, certificate_file_too_costly,
 * certificate_password_missing, certificate_password_wrong, certificate_missing, certificate_key_missing,
 * certificate_pair_mismatch, certificate_is_request, certificate_is_pkcs7, certificate_is_ssh_key,
 * certificate_is_java_keystore
 */
export async function readPair({ file, keyFile, password }: CertificateFiles): Promise<Pair> {
  const blocks = [...readBlocks(file), ...(keyFile ? readBlocks(keyFile) : [])]
  requireFew(blocks.length)
  const opened = await Promise.all(blocks.map((block) => openBlock(block, password)))
  const certificates = opened.flatMap((found) => found.certificates)
  const keys = opened.flatMap((found) => found.keys)
  if (certificates.length === 0) throw new AppError(foreignCodeOf(blocks) ?? 'certificate_missing')
  if (keys.length === 0) throw new AppError(foreignCodeOf(blocks) ?? 'certificate_key_missing')
  return choosePair({ certificates, keys })
}
