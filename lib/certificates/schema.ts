import { z } from 'zod'

/** What is shown of a certificate: its public part only. Dates are ISO 8601, thumbprints upper-case hex. */
export interface Certificate {
  readonly id: string
  readonly name: string
  readonly subject: string
  readonly notBefore: string
  readonly notAfter: string
  readonly thumbprintSha1: string
  readonly thumbprintSha256: string
  /** RSA modulus length in bits. */
  readonly keySize: number
  readonly source: 'generated' | 'imported'
  readonly createdAt: string
}

/** Neither control characters nor halves of a surrogate pair: neither PostgreSQL nor ASN.1 takes them. */
const printable = /^[^\p{Cc}\p{Cs}]*$/u

const name = z
  .string()
  .trim()
  .min(1, 'Give it a name')
  .max(80, 'At most 80 characters')
  .regex(printable, 'No control characters')

/** In bits. Entra ID takes nothing smaller. */
export const keySizes = [2048, 3072, 4096] as const

export const generateCertificateInput = z.object({
  name,
  /** The common name of the subject, without `CN=`. */
  commonName: z
    .string()
    .trim()
    .min(1, 'A certificate needs a subject')
    .max(64, 'A common name has at most 64 characters')
    .regex(printable, 'No control characters'),
  lifetimeDays: z.coerce.number().int().min(1, 'At least one day').max(730, 'At most two years'),
  /** RSA modulus length in bits. */
  keySize: z.coerce.number().pipe(z.literal(keySizes, 'Choose 2048, 3072 or 4096 bits')).default(3072),
})
export type GenerateCertificateInput = z.infer<typeof generateCertificateInput>

/** 256 KiB of file is 350 KB of base64. */
const fileContent = z.base64('The file could not be read').max(350_000, 'The file is larger than 256 KiB')

export const importCertificateInput = z.object({
  name,
  /** PFX, PEM, DER or P7B, with the private key or without; base64 of the file's bytes. */
  file: fileContent.min(1, 'Choose a file'),
  /** The private key, when it is in a file of its own; base64 of the file's bytes. */
  keyFile: fileContent.optional(),
  password: z.string().max(1024).optional(),
  /** Which certificate, when the files hold several with their keys. */
  thumbprintSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'A SHA-256 thumbprint has 64 hexadecimal digits')
    .toUpperCase()
    .optional(),
})
export type ImportCertificateInput = z.infer<typeof importCertificateInput>

export const publicFileFormats = ['cer', 'pem'] as const
export type PublicFileFormat = (typeof publicFileFormats)[number]

export const certificateId = z.uuid('Choose a certificate')
