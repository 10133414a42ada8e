import 'server-only'
import { hostname } from 'node:os'
import { z } from 'zod'

/** Shells and containers set HOSTNAME to the machine's name by themselves; that chooses no address to listen on. */
const chosenAddress = (name: string) => (name === hostname() ? 'localhost' : name)

/** Settings that an operator may give; each one is a row of the README's table, and a test keeps the two equal. */
export const envSchema = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000).describe('Port to listen on'),
    HOSTNAME: z.string().min(1).transform(chosenAddress).default('localhost').describe('Address to listen on'),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('The address that people type; needed behind a proxy. With https the session cookie becomes `__Host-`'),
    DATA_DIR: z.string().min(1).default('./data').describe('Folder of the embedded database and of generated secrets'),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/ })
      .optional()
      .describe('PostgreSQL 15 or newer instead of the embedded database'),
    VAULT_KEYS: z
      .string()
      .regex(/^[\w-]+:[A-Za-z0-9_-]{43}(,[\w-]+:[A-Za-z0-9_-]{43})*$/)
      .optional()
      .describe('`kid:key` pairs, newest first, each key 32 bytes in base64url; they seal private keys and settings'),
    SESSION_PASSWORDS: z
      .string()
      .regex(/^[^,]{32,}(,[^,]{32,})*$/)
      .optional()
      .describe('Passwords of at least 32 characters, newest first, that seal the session cookie'),
    SIGN_IN_SECRET: z.string().min(32).optional().describe('Signs sign-in links; at least 32 characters'),
    SANDBOX: z.enum(['on', 'off']).default('on').describe('Offer the embedded sandbox'),
    SANDBOX_ITEMS: z.coerce.number().int().min(0).max(1_000_000).default(2000).describe('Work items in the sandbox'),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
      .default('info')
      .describe('Least severe log line that is written'),
    HTTPS_PROXY: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Proxy for requests to Microsoft'),
    NO_PROXY: z.string().optional().describe('Hosts that are reached without the proxy'),
    KEY_VAULT_DOMAINS: z
      .string()
      .regex(/^vault\.[a-z0-9.-]+(,vault\.[a-z0-9.-]+)*$/)
      .optional()
      .describe(
        'Domains of key vaults besides `vault.azure.net`, such as `vault.usgovcloudapi.net`, separated by commas',
      ),
    MANAGED_IDENTITY_VAULTS: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9](,[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9])*$/)
      .optional()
      .describe("Key vaults that members may use by this server's managed identity, by name, separated by commas"),
    MANAGED_IDENTITY_CLIENT_ID: z
      .guid()
      .optional()
      .describe('Which managed identity, where the server has one that is assigned by a user'),
    IDENTITY_ENDPOINT: z
      .url({ protocol: /^http$/ })
      .optional()
      .describe('Where App Service and Container Apps give tokens of the managed identity; they set it themselves'),
    IDENTITY_HEADER: z.string().min(1).optional().describe('The secret that goes with it; they set it themselves'),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/ })
      .optional()
      .describe('Mail server for reminders: `smtp://user:password@host:587`, or `smtps://…` for TLS from the start'),
    SMTP_FROM: z.email().optional().describe('Sender of the e-mails; needed with `SMTP_URL`'),
    WEBHOOK_HOSTS: z
      .enum(['public', 'any'])
      .default('public')
      .describe('`any` lets webhooks lead into your own network too, and by http'),
  })
  .refine(({ SMTP_URL, SMTP_FROM }) => !SMTP_URL || SMTP_FROM, { path: ['SMTP_FROM'] })

export type Env = z.infer<typeof envSchema>

/** Says in one sentence which variable is wrong and what it should be. Its value is not repeated: it may be a secret. */
function explain(error: z.ZodError): string {
  const sentences = error.issues.map((issue) => {
    const name = String(issue.path[0])
    return `${name} is not valid (${envSchema.shape[name as keyof Env]?.description ?? issue.message}).`
  })
  return sentences.join(' ')
}

/**
 * Reads the settings from the given variables; an empty variable counts as not given.
 * @throws Error with one sentence that names each bad variable, never its value
 */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = envSchema.safeParse(given)
  if (!result.success) throw new Error(explain(result.error))
  return result.data
}

let cached: Env | undefined

/** The settings of this process. Parsed on first use, because `next build` loads modules without any settings. */
export function env(): Env {
  cached ??= readEnv(process.env)
  return cached
}
