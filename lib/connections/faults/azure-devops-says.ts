import type { Mishap } from './fault-case'
import { answering, isSignedIn } from './on-the-way'

/** An error in the envelope of Azure DevOps. */
export const says = (
  status: number,
  message: string,
  typeKey = 'VssServiceException',
  isConcerned = isSignedIn,
): Mishap =>
  answering(isConcerned, () => {
    const typeName = `Microsoft.VisualStudio.Services.${typeKey}, Microsoft.VisualStudio.Services.WebApi`
    const body = { $id: '1', innerException: null, message, typeName, typeKey, errorCode: 0, eventId: 3000 }
    return Response.json(body, { status, headers: { activityid: '3e0f0b1c-0b8c-4d7d-9b0f-3a4d5e6f7a8b' } })
  })

/** What somebody between us and Azure DevOps takes away or puts in. */
export const headersChanged = (change: (headers: Headers) => void): Mishap => ({
  through: (fetch) => async (request) => {
    if (isSignedIn(request)) change(request.headers)
    return await fetch(request)
  },
})

export const page = (status: number, title: string, headers: HeadersInit = {}, isConcerned = isSignedIn): Mishap =>
  answering(isConcerned, () => {
    const html = `<!DOCTYPE html><html><head><title>${title}</title></head><body></body></html>`
    return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } })
  })
