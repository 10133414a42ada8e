import 'server-only'
import { json } from '../devops/protocol/answer'
import { refusal } from '../devops/protocol/errors'
import { usualHeaders } from '../devops/protocol/headers'

const link = 'https://go.microsoft.com/fwlink/?LinkId=823950'

/** The refusal with which Azure DevOps blocks a signed-in caller; callers without an identity have another namespace. */
export function blocked(request: Request, retryAfter: number, now: Date): Response {
  const namespace = request.headers.has('authorization') ? 'VSID' : 'AnonymousId'
  const { status, body } = refusal(
    429,
    { typeKey: 'RequestBlockedException', namespace: 'Microsoft.TeamFoundation.Framework.Server' },
    `Request was blocked due to exceeding usage of resource 'Count' in namespace '${namespace}'. For more information on why your request was blocked, see the topic "Rate limits" on the Microsoft Web site (${link}).`,
  )
  const headers = usualHeaders(request, now, json)
  headers.set('retry-after', String(retryAfter))
  return new Response(JSON.stringify(body), { status, headers })
}
