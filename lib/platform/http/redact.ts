import 'server-only'

const removed = '[removed]'

/** What holds a credential, each with what is left of it. Opaque tokens are known by the name of what they stand in. */
const credentials: readonly (readonly [pattern: RegExp, left: string])[] = [
  // Also in JSON that stands in a text of JSON.
  [/(\\?"(?:access|refresh|id)_?token\\?"\s*:\s*\\?")[^"\\]*/gi, `$1${removed}`],
  [/\b((?:client_assertion|client_secret|assertion|password|(?:access|refresh|id)_token)=)[^&\s"]*/gi, `$1${removed}`],
  // Addresses that open a file to whoever has them.
  [/([?&](?:sig|urlSignature)=)[^&\s"]*/gi, `$1${removed}`],
  // What a key vault signs is a client assertion, and its answer the only part of one that is secret.
  // What a digest is, which is what goes there, is much shorter.
  [/("value"\s*:\s*")[\w-]{100,}=*/g, `$1${removed}`],
  [/\b((?:Bearer|Basic)\s+)[\w\-.~+/]{16,}=*/gi, `$1${removed}`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, '[key removed]'],
  [/(?<![A-Za-z0-9])eyJ[\w-]{8,}(?:\.[\w-]*)*/g, '[token removed]'],
]

/** A text without whatever would let somebody sign in with it. */
export const withoutCredentials = (text: string): string =>
  credentials.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), text)

const longestQuote = 2000

/** A foreign text that may be shown: not too long, and without credentials, which are known by how they begin. */
export const quote = (text: string): string => withoutCredentials(text.slice(0, longestQuote))
