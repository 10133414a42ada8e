import { entraCredentialErrors } from './entra-credential'
import { entraRequestErrors } from './entra-request'
import { entraTenantErrors } from './entra-tenant'
import type { CatalogEntry } from './entry'

/**
 * What Entra ID answers to client credentials with a certificate: the numbers by which people search, where one number
 * stands for several situations with a suffix, and what goes wrong without a number. 422 is Entra ID's considered no, 503 passes.
 */
export const entraErrors = {
  ...entraCredentialErrors,
  ...entraTenantErrors,
  ...entraRequestErrors,
  AADSTS_unknown: {
    status: 422,
    step: 5,
    title: 'Entra ID refused, with a number that we do not know',
    cause: 'Its own words are shown below. Microsoft adds numbers from time to time.',
    remedy:
      'Look the number up at https://login.microsoftonline.com/error, and give the trace ID to whoever helps you. Then check the connection’s settings.',
  },
  entra_unreachable: {
    status: 503,
    owner: 'operator',
    title: 'Entra ID cannot be reached',
    cause: 'There was no connection to the login host, for the reason below.',
    remedy:
      'Try again. If it stays, check the network of the server: name resolution, HTTPS_PROXY, and a firewall that lets it reach login.microsoftonline.com.',
  },
  entra_timeout: {
    status: 504,
    owner: 'microsoft',
    title: 'Entra ID did not answer in time',
    cause: 'The connection was there, and no answer came within ten seconds.',
    remedy:
      'Try again. If it stays, look at https://status.entra.microsoft.com, and ask who runs the proxy on the way.',
  },
  entra_unavailable: {
    status: 503,
    step: 6,
    owner: 'microsoft',
    title: 'Entra ID has a fault',
    cause:
      'It, or something on the way to it, answered with a server error and no number. Certboard has tried several times.',
    remedy: 'Wait a minute and try again. If it stays, look at https://status.entra.microsoft.com.',
  },
  entra_throttled: {
    status: 503,
    step: 6,
    owner: 'microsoft',
    title: 'Entra ID asks us to slow down',
    cause: 'Too many requests came from this server, this app or this tenant.',
    remedy: 'Wait for the time shown, then try again.',
  },
  entra_unexpected_answer: {
    status: 502,
    owner: 'operator',
    title: 'The answer is not one of Entra ID’s',
    cause: 'What came back is neither a token nor an error of Entra ID. Usually a proxy answered in its place.',
    remedy: 'Read the answer below, and ask who runs the proxy between Certboard and login.microsoftonline.com.',
  },
  host_not_allowed: {
    status: 422,
    step: 5,
    title: 'Certboard does not call this address',
    cause:
      'Only Microsoft’s login hosts and Azure DevOps are called, and only over https, because addresses are typed by people.',
    remedy: 'Correct the Token URL or the organization.',
  },
} as const satisfies Record<string, CatalogEntry>
