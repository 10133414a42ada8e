import 'server-only'
import pino, { type Logger } from 'pino'
import { env } from './env'

/** Names under which a secret might stand; compared without case, dashes and underscores. */
const secretName =
  /^(authorization|cookie|setcookie|password|passwords|secret|secrets|token|accesstoken|clientassertion|assertion|privatekey|keyfile|key|pem|pfx|file|sealedkey|sealedsettings|sealed|vaultkeys|sessionpasswords|signinsecret|databaseurl)$/

const removed = '[removed]'

/** Secrets inside a text: a signed or sealed token, a PEM block, the key of a sign-in link, a password in a URL. */
const redactText = (text: string): string =>
  text
    .replace(/\beyJ[\w-]{8,}(?:\.[\w-]*)*/g, removed)
    .replace(/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g, removed)
    .replace(/([?&]key=)[^&\s]+/g, `$1${removed}`)
    .replace(/(:\/\/[^:/\s]+:)[^@\s]+@/g, `$1${removed}@`)

const isSecret = (name: string) => secretName.test(name.toLowerCase().replaceAll(/[-_]/g, ''))

function redactError(error: Error, seen: ReadonlySet<unknown>): Record<string, unknown> {
  const { name, message, stack, cause, ...rest } = error
  const shown = { name, message, stack, ...rest, ...(cause === undefined ? {} : { cause }) }
  return redactObject(shown, seen)
}

function redactObject(value: object, seen: ReadonlySet<unknown>): Record<string, unknown> {
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    isSecret(name) && inner !== undefined ? removed : redact(inner, seen),
  ])
  return Object.fromEntries(entries)
}

/**
 * A copy without secrets, however deep they lie, in error causes too. A list of paths would miss the one that nobody
 * thought of, so names and the shape of the text decide.
 */
function redact(value: unknown, seen: ReadonlySet<unknown> = new Set()): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value !== 'object' || value === null) return value
  if (seen.has(value)) return '[circular]'
  const deeper = new Set([...seen, value])
  if (value instanceof Error) return redactError(value, deeper)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof URL) return redactText(value.href)
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`
  if (Array.isArray(value)) return value.map((item) => redact(item, deeper))
  return redactObject(value, deeper)
}

export const createLogger = (level: string, destination?: pino.DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error) => error },
      formatters: { level: (label) => ({ level: label }), log: (line) => redact(line) as Record<string, unknown> },
      hooks: {
        logMethod(args, method) {
          method.apply(this, args.map((arg) => (typeof arg === 'string' ? redactText(arg) : arg)) as typeof args)
        },
      },
    },
    destination,
  )

let logger: Logger | undefined

/** The log of this process: one JSON object per line on stdout, without secrets. */
export function log(): Logger {
  logger ??= createLogger(env().LOG_LEVEL)
  return logger
}
