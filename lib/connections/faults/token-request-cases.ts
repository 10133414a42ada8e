import { type FaultGroup, faultCase, type Mishap } from './fault-case'
import { entraRefuses, entraSays, formChanged, isTokenRequest } from './on-the-way'

const set = (name: string, value: string): Mishap => formChanged((form) => form.set(name, value))
const drop = (name: string): Mishap => formChanged((form) => form.delete(name))

/** Sends the token request on as another one. */
const sentAs = (init: (request: Request) => RequestInit): Mishap => ({
  through: (fetch) => async (request) =>
    isTokenRequest(request)
      ? await fetch(new Request(request.url, { signal: request.signal, ...init(request) }))
      : await fetch(request),
})
const form = { 'content-type': 'application/x-www-form-urlencoded' }

const useScope = 'Use the scope of Azure DevOps.'
const proxy = 'Find what changes the request on its way.'
const wait = 'Wait, then test again.'

export const tokenRequestCases: FaultGroup = {
  title: 'Token request and Entra ID’s own state',
  cases: [
    faultCase(
      'A scope for a person’s permissions',
      useScope,
      ['token', 'AADSTS1002012', 5, 'you', 'scope'],
      set('scope', 'vso.project'),
    ),
    faultCase(
      'A scope without its resource',
      useScope,
      ['token', 'AADSTS70011', 5, 'you', 'scope'],
      set('scope', '/.default'),
    ),
    faultCase(
      'A scope of two resources',
      useScope,
      ['token', 'AADSTS700022', 5, 'you', 'scope'],
      set('scope', 'https://management.azure.com/.default https://graph.microsoft.com/.default'),
    ),
    faultCase(
      'A scope for signing in people',
      useScope,
      ['token', 'AADSTS28002', 5, 'you', 'scope'],
      set('scope', 'openid offline_access'),
    ),
    faultCase(
      'A resource that does not exist',
      useScope,
      ['token', 'AADSTS50001', 5, 'you', 'scope'],
      entraRefuses(50001),
    ),
    faultCase(
      'Entra ID asks for a consent',
      useScope,
      ['token', 'AADSTS65001', 5, 'you', 'scope'],
      entraRefuses(65001),
    ),
    faultCase(
      'Azure DevOps is not among the permissions of the app',
      'Add Azure DevOps under API permissions.',
      ['token', 'AADSTS650057', 3, 'entra administrator'],
      entraRefuses(650057),
    ),
    faultCase(
      'The grant type arrives as another',
      proxy,
      ['token', 'AADSTS70003', 5, 'operator'],
      set('grant_type', 'made_up'),
    ),
    faultCase('The client ID does not arrive', proxy, ['token', 'AADSTS900144', 5, 'operator'], drop('client_id')),
    faultCase('The scope arrives empty', proxy, ['token', 'AADSTS90014', 5, 'operator'], set('scope', '')),
    faultCase(
      'The assertion type arrives as another',
      proxy,
      ['token', 'AADSTS90100', 5, 'operator'],
      set('client_assertion_type', 'jwt'),
    ),
    faultCase(
      'A parameter of the older endpoint is added',
      proxy,
      ['token', 'AADSTS901002', 5, 'operator'],
      set('resource', 'https://graph.microsoft.com'),
    ),
    faultCase(
      'The body is encoded twice',
      proxy,
      ['token', 'AADSTS9002313', 5, 'operator'],
      sentAs(() => ({ method: 'POST', body: 'grant_type=%zz', headers: form })),
    ),
    faultCase(
      'The request arrives as GET',
      proxy,
      ['token', 'AADSTS900561', 5, 'operator'],
      sentAs(() => ({ method: 'GET' })),
    ),
    faultCase('The Origin of a browser is added', proxy, ['token', 'AADSTS90023', 5, 'operator'], {
      through: (fetch) => async (request) => {
        if (isTokenRequest(request)) request.headers.set('origin', 'https://certboard.example')
        return await fetch(request)
      },
    }),
    faultCase(
      'The request goes to a wrong endpoint',
      'Copy the Token URL of version 2.',
      ['token', 'AADSTS90056', 5, 'you', 'tokenUrl'],
      entraRefuses(90056),
    ),
    faultCase(
      'A proxy speaks old TLS to Entra ID',
      'Have the proxy use TLS 1.2 or newer.',
      ['token', 'AADSTS1002016', 6, 'operator'],
      entraRefuses(1002016),
    ),
    faultCase(
      'Another program asks for tokens without end',
      'Stop the program that asks without end, and wait.',
      ['token', 'AADSTS50196', 6, 'operator'],
      { entra: { requestsUntilLoop: 0 } },
    ),
    faultCase('A passing fault of Entra ID', wait, ['token', 'AADSTS90033', 6, 'microsoft'], entraRefuses(90033)),
    faultCase(
      'A passing fault of Entra ID, by another number',
      wait,
      ['token', 'AADSTS90024', 6, 'microsoft'],
      entraRefuses(90024),
    ),
    faultCase('Entra ID takes too long within', wait, ['token', 'AADSTS90012', 6, 'microsoft'], entraRefuses(90012)),
    faultCase('The whole tenant is slowed down', wait, ['token', 'AADSTS90055', 6, 'microsoft'], entraRefuses(90055)),
    faultCase('Entra ID throttles before it looks', wait, ['token', 'entra_throttled', 6, 'microsoft'], {
      faults: [{ kind: 'throttled', retryAfter: 90, route: 'POST login.microsoftonline.com/**' }],
    }),
    faultCase(
      'Entra ID throttles with a number that we do not know',
      'Look the number up, with the IDs of the answer.',
      ['token', 'AADSTS_unknown', 5],
      entraSays(7000998, [429, 'temporarily_unavailable'], 'Too much.'),
    ),
  ],
}
