import { z } from 'zod'
import { certificateName, parseKeyVault } from '#lib/platform/addresses/key-vault'
import { clientId, tokenUrl } from '#lib/platform/entra/schema'

/** Where the key of a certificate is, when it is in a key vault, and who may sign with it there. */
export const keyVaultPlace = z.object({
  /** `https://contoso-vault.vault.azure.net` */
  vaultUrl: z.string(),
  /** Of the certificate and its key. */
  name: z.string(),
  version: z.string(),
  /** In the practice tenant. */
  sandbox: z.boolean(),
  caller: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('managed identity') }),
    z.object({
      kind: z.literal('certificate'),
      certificateId: z.string(),
      tokenUrl: z.string(),
      clientId: z.string(),
    }),
  ]),
})
export type KeyVaultPlace = Readonly<z.output<typeof keyVaultPlace>>

/** What a key vault has as the newest version of a certificate. */
export interface NewestVersion {
  readonly version: string
  /** Whether it is the one that signs. */
  readonly isLinked: boolean
  /** ISO 8601. */
  readonly notAfter: string
  readonly thumbprintSha1: string
}

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
  readonly source: 'generated' | 'imported' | 'key vault'
  /** Absent where the key is sealed here. */
  readonly keyVault?: KeyVaultPlace
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

const vault = z.string().transform((text, context) => {
  const parsed = parseKeyVault(text)
  if (!('problem' in parsed)) return parsed
  context.addIssue({ code: 'custom', message: parsed.problem })
  return z.NEVER
})

/** The app as which a key vault is called, where that is not the managed identity of the server. */
const callingApp = z.object({ certificateId, tokenUrl, clientId })

function readCaller(input: { readonly caller: 'managed identity' | 'certificate' }, context: z.RefinementCtx) {
  if (input.caller === 'managed identity') return { kind: input.caller }
  const app = callingApp.safeParse(input)
  if (app.success) return { kind: input.caller, ...app.data }
  for (const { path, message } of app.error.issues) context.addIssue({ code: 'custom', path, message })
  return z.NEVER
}

export const linkKeyVaultInput = z
  .object({
    /** How the certificate is called here. */
    name,
    /** The name or address of the vault, or the identifier of a certificate, key or secret in it. */
    vault,
    /** Needed where the vault alone was given. */
    certificateName: z
      .string()
      .trim()
      .refine((text) => text === '' || certificateName.test(text), 'Letters, digits and hyphens, as the vault shows it')
      .default(''),
    sandbox: z.boolean().default(false),
    caller: z.enum(['managed identity', 'certificate']),
    certificateId: z.string().optional(),
    tokenUrl: z.string().optional(),
    clientId: z.string().optional(),
  })
  .transform((input, context) => {
    const { vaultUrl, version, name: named } = input.vault
    const name = named ?? input.certificateName
    if (name === '') {
      context.addIssue({ code: 'custom', path: ['certificateName'], message: 'Which certificate in the vault?' })
    }
    const caller = readCaller(input, context)
    return { label: input.name, vaultUrl, name, sandbox: input.sandbox, caller, ...(version && { version }) }
  })
export type LinkKeyVaultInput = z.output<typeof linkKeyVaultInput>
/** As it is filled in. */
export type LinkKeyVaultForm = z.input<typeof linkKeyVaultInput>
