/** Finds what must not be kept in texts that people paste. */

export const secretKinds = [
  'private key',
  'client secret',
  'personal access token',
  'password',
  'token or assertion',
] as const
export type SecretKind = (typeof secretKinds)[number]

/**
 * Secrets that are known by their shape, whatever is around them. The shapes of client secrets and personal access tokens
 * are those that secret scanners go by; Microsoft documents them for the newer tokens only.
 */
const shapes: readonly (readonly [kind: SecretKind, shape: RegExp])[] = [
  ['private key', /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g],
  ['token or assertion', /\beyJ[\w-]{8,}(?:\.[\w-]*)+/g],
  ['token or assertion', /\b(?:Bearer|Basic)\s+[\w\-.~+/]{16,}=*/gi],
  ['client secret', /(?<![\w.~-])[\w.~-]{3}\dQ~[\w.~-]{31,34}(?![\w.~-])/g],
  ['personal access token', /\b[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}\b/g],
  ['personal access token', /\b[a-z2-7]{52}\b/g],
  ['personal access token', /(?<=:\/\/)[^/\s:@]*:[^/\s@]+@/g],
]

/** Secrets that are known by the name of what they stand in, which is compared without case and punctuation. */
const names: readonly (readonly [kind: SecretKind, name: RegExp])[] = [
  ['personal access token', /^(?:.*personalaccesstoken|azuredevopsextpat|pat|.*azdopat)$/],
  ['client secret', /secret$|^secretvalue$/],
  ['password', /password$|^pwd$/],
  ['token or assertion', /^(?:.*accesstoken|clientassertion|token)$/],
  ['private key', /privatekey$|^clientcertificate$/],
]

/** The text without the secrets that are known by their shape, and of what kinds they were. */
export function withoutSecrets(text: string): { readonly text: string; readonly kinds: readonly SecretKind[] } {
  const found = shapes.filter(([, shape]) => text.search(shape) !== -1)
  const rest = found.reduce((left, [, shape]) => left.replaceAll(shape, ''), text)
  return { text: rest, kinds: found.map(([kind]) => kind) }
}

/** Which kind of secret is kept under such a name; a name alone, or one that only stands for a variable, keeps none. */
export function secretNamed(name: string, value: string): SecretKind | undefined {
  if (value === '' || /^[$<(]/.test(value)) return undefined
  return names.find(([, pattern]) => pattern.test(name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')))?.[0]
}
