import { type FaultGroup, faultCase } from './fault-case'
import { answering, isSignedIn, isTokenRequest } from './on-the-way'

const html = { 'content-type': 'text/html' }
const proxy = 'Ask who runs the proxy.'

/** A request as a debugging page shows it. */
export const told = (request: Request): string =>
  [`${request.method} ${request.url}`, ...[...request.headers].map(([name, value]) => `${name}: ${value}`)].join('\n')

/** Whoever helps by repeating what was sent repeats what nobody may read. */
export const echoCases: FaultGroup = {
  title: 'Answers that repeat what was sent',
  cases: [
    faultCase(
      'A page shows the token request (Entra ID)',
      proxy,
      ['token', 'entra_unexpected_answer', undefined, 'operator'],
      answering(isTokenRequest, async (request) => {
        const page = `<html><title>Debug</title><pre>${told(request)}\n\n${await request.text()}</pre></html>`
        return new Response(page, { headers: html })
      }),
    ),
    faultCase(
      'An error repeats the assertion (Entra ID)',
      'Find what changes the request on its way, or report a fault of Certboard.',
      ['token', 'AADSTS50027', 5, 'operator'],
      answering(isTokenRequest, async (request) => {
        const assertion = new URLSearchParams(await request.text()).get('client_assertion')
        const description = `AADSTS50027: JWT token is invalid: ${assertion} Trace ID: a Correlation ID: b Timestamp: c`
        return Response.json({ error: 'invalid_client', error_description: description }, { status: 401 })
      }),
    ),
    faultCase(
      'A redirect repeats the assertion in its address (Entra ID)',
      proxy,
      ['token', 'entra_unexpected_answer', undefined, 'operator'],
      answering(isTokenRequest, async (request) => {
        const location = `https://portal.example/?${await request.text()}`
        return new Response(null, { status: 302, headers: { location } })
      }),
    ),
    faultCase(
      'A page shows the request with its token (Azure DevOps)',
      'Ask who runs the proxy to let Azure DevOps pass.',
      ['identity', 'azure_devops_foreign_page', undefined, 'operator'],
      answering(isSignedIn, (request) => new Response(`<html><pre>${told(request)}</pre></html>`, { headers: html })),
    ),
    faultCase(
      'An error repeats the token (Azure DevOps)',
      'Try again later; look at the status page.',
      ['identity', 'azure_devops_unavailable', undefined, 'microsoft'],
      answering(isSignedIn, (request) => {
        const message = `The header ${request.headers.get('authorization')} was not understood.`
        return Response.json({ message, typeKey: 'VssServiceException' }, { status: 500 })
      }),
    ),
  ],
}
