/**
 * A certified OpenID provider in a process of its own, because it writes warnings to the console. Its client is handed
 * in as JSON; it tells its port to the parent and ends with it.
 */
import { Provider } from 'oidc-provider'

const { issuer, tokenPath, clientId, scope, publicJwk } = JSON.parse(process.argv[2] ?? '{}')

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'PS256',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      jwks: { keys: [publicJwk] },
    },
  ],
  clientAuthMethods: ['private_key_jwt'],
  enabledJWA: { clientAuthSigningAlgValues: ['PS256'] },
  features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
  routes: { token: tokenPath },
  scopes: [scope],
  ttl: { ClientCredentials: 3599 },
})
// Behind the test's fetch it is known by the issuer's host, which arrives in X-Forwarded-Host.
provider.proxy = true

const server = provider.listen(0, '127.0.0.1', () => process.send?.(server.address().port))
process.on('disconnect', () => process.exit())
