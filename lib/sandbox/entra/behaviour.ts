import 'server-only'

/** How an answer of Entra ID differs from what the sandbox takes for the likeliest. */
interface OtherAnswer {
  readonly status?: number
  readonly error?: string
  readonly text?: string
}

/**
 * What nobody outside Microsoft has verified about Entra ID, gathered in one place. Each member says what reports make
 * likeliest, which is what `likeliest` holds; whoever knows better, or wants to try a client against the other
 * possibility, changes it here and nowhere else.
 */
export interface EntraBehaviour {
  /** How far a client's clock may be off. The true tolerance is not published; five minutes is the usual one. */
  readonly clockSkewSeconds: number
  /** `expires_in` of a token. Service principals were seen with 3599 and with 86399. */
  readonly tokenLifetimeSeconds: number
  /** How many requests for the same token in five minutes end in AADSTS50196; the number is not published. */
  readonly requestsUntilLoop: number
  /** The number for an Azure DevOps that the tenant never had; both were reported. */
  readonly absentResource: 500011 | 650052
  /** Before 2025 an unknown key was called an invalid signature. */
  readonly unknownKeyText: 'current' | 'until 2024'
  /** Before 2024 the ids stood on lines of their own behind the description. */
  readonly descriptionTail: 'blanks' | 'lines'
  /** Whether a confidential client that sends a browser's Origin is refused with AADSTS90023. */
  readonly refusesOrigin: boolean
  /**
   * How Microsoft Graph tells a certificate's SHA-1 thumbprint: 40 hex digits, as its documentation and a report of a
   * real tenant have it, or base64 of the 20 bytes, as app manifests of old had it. The digits are valid base64 too.
   */
  readonly customKeyIdentifier: 'hex' | 'base64'
  /** Status, `error` and text by number; most of those that documentation alone tells of were never seen in full. */
  readonly answers: Readonly<Record<number, OtherAnswer>>
}

export const likeliest: EntraBehaviour = {
  clockSkewSeconds: 300,
  tokenLifetimeSeconds: 3599,
  requestsUntilLoop: Number.POSITIVE_INFINITY,
  absentResource: 500011,
  unknownKeyText: 'current',
  descriptionTail: 'blanks',
  refusesOrigin: true,
  customKeyIdentifier: 'hex',
  answers: {},
}
