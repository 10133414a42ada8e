import 'server-only'
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { AppError, type ErrorCode, inField } from '#lib/platform/errors/index'
import { type Block, certificateLabels, isContainer, keyLabels, pemOf } from './block'
import { blocksOf, foreignCodeOf } from './blocks'
import { choosePair, type Pair } from './choose-pair'
import { openContainers } from './in-worker'
import { asPlainRsa } from './plain-rsa'

export interface CertificateFiles {
  readonly file: Uint8Array
  readonly keyFile?: Uint8Array | undefined
  readonly password?: string | undefined
  /** Which of several certificates: its SHA-256 thumbprint, in upper-case hex. */
  readonly thumbprintSha256?: string | undefined
}

interface Found {
  readonly field: 'file' | 'keyFile'
  readonly certificates: readonly X509Certificate[]
  readonly keys: readonly KeyObject[]
  /** What the file is instead, if it is something that people choose by mistake. */
  readonly foreign: ErrorCode | undefined
}

export const maximumBytes = 256 * 1024
/** A long chain has five certificates. More parts than this are a bundle of authorities, or an attack. */
const maximumParts = 32

function requireFew(parts: number): void {
  if (parts > maximumParts) {
    throw new AppError('certificate_file_unreadable', { detail: `The file has more than ${maximumParts} parts.` })
  }
}

function readBlocks(file: Uint8Array): Block[] {
  if (file.byteLength > maximumBytes) throw new AppError('request_too_large')
  const blocks = blocksOf(file)
  requireFew(blocks.length)
  return blocks
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

const readKey = (source: Parameters<typeof createPrivateKey>[0]) => readable(() => asPlainRsa(createPrivateKey(source)))

const readPkcs8 = (der: Uint8Array) => readKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })

async function readContainers(blocks: readonly Block[], password: string) {
  if (blocks.length === 0) return { certificates: [], keys: [] }
  const { certificates, keys } = await openContainers(blocks, password)
  requireFew(certificates.length + keys.length)
  return { certificates: certificates.map(readCertificate), keys: keys.map(readPkcs8) }
}

async function readFile(field: Found['field'], file: Uint8Array, password: string): Promise<Found> {
  const blocks = readBlocks(file)
  const inside = await readContainers(blocks.filter(isContainer), password)
  const plain = blocks.filter((block) => !isContainer(block))
  const withLabel = (labels: readonly string[]) => plain.filter(({ label }) => labels.includes(label)).map(pemOf)
  return {
    field,
    certificates: [...withLabel(certificateLabels).map(readCertificate), ...inside.certificates],
    keys: [...withLabel(keyLabels).map(readKey), ...inside.keys],
    foreign: foreignCodeOf(blocks),
  }
}

/** Blames the first file that is something else than it should be, or else simply the first. */
function missing(code: ErrorCode, [first, second]: readonly Found[]): AppError {
  const blamed = first?.foreign || !second?.foreign ? first : second
  return new AppError(blamed?.foreign ?? code, { field: blamed?.field })
}

/**
 * Finds the certificate and the private key that belongs to it in one file or two, in any order: PEM, DER, PFX or P7B,
 * plain or protected by a password. What is thrown names the field that it is about.
 * @throws request_too_large above 256 KiB; certificate_file_unreadable, certificate_file_too_costly,
 * certificate_encryption_unsupported, certificate_password_missing, certificate_password_wrong, certificate_missing,
 * certificate_key_missing, certificate_pair_mismatch, certificate_choice_needed, certificate_is_request,
 * certificate_is_pkcs7, certificate_is_ssh_key, certificate_is_putty_key, certificate_is_java_keystore
 */
export async function readPair({ file, keyFile, password = '', thumbprintSha256 }: CertificateFiles): Promise<Pair> {
  const inFile = await inField('file', () => readFile('file', file, password))
  const inKeyFile = keyFile && (await inField('keyFile', () => readFile('keyFile', keyFile, password)))
  const found = inKeyFile ? [inFile, inKeyFile] : [inFile]
  const certificates = found.flatMap((one) => one.certificates)
  const keys = found.flatMap((one) => one.keys)
  if (certificates.length === 0) throw missing('certificate_missing', found)
  if (keys.length === 0) throw missing('certificate_key_missing', found.toReversed())
  return inField(inKeyFile ? 'keyFile' : 'file', () => choosePair(certificates, keys, thumbprintSha256))
}
