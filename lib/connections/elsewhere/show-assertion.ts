import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { assertionLifetimeSeconds, signClientAssertion } from '#lib/platform/entra/client-assertion'
import { bashWord } from '#lib/platform/notations/bash'
import type { ConnectionLink } from '../link'
import type { ShownAssertion } from './schema'

/** RFC 7523 §2.2, as a form that curl encodes by itself. */
function curlCommand(tokenUrl: string, form: Readonly<Record<string, string>>): string {
  const fields = Object.entries(form).map(([name, value]) => `  --data-urlencode ${bashWord(`${name}=${value}`)}`)
  return [`curl --silent --show-error ${bashWord(tokenUrl)}`, ...fields].join(' \\\n')
}

/**
 * Signs an assertion and shows the request that it is for. Whoever has it signs in as the app until it ends, so it is
 * made on demand only, and `onShown` is awaited before it is given.
 * @param onShown puts down who was shown one
 * @throws role_insufficient; what the signer throws; what `onShown` throws
 */
export async function showAssertion(
  { settings: { tokenUrl, clientId, scope }, certificate }: Pick<ConnectionLink, 'settings' | 'certificate'>,
  member: Member,
  onShown: () => Promise<void>,
  now: () => number = Date.now,
): Promise<ShownAssertion> {
  requireRole(member, 'editor')
  const signedAt = Math.floor(now() / 1000) * 1000
  const options = { clientId, audience: tokenUrl, algorithm: 'PS256', now: () => signedAt } as const
  const command = curlCommand(tokenUrl, {
    client_id: clientId,
    scope,
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await signClientAssertion(certificate, options),
  })
  await onShown()
  const expiresAt = new Date(signedAt + assertionLifetimeSeconds * 1000).toISOString()
  return { command, expiresAt, lifetimeSeconds: assertionLifetimeSeconds }
}
