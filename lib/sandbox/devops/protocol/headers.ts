import 'server-only'

/** Stands for the machine that answers. */
const processId = crypto.randomUUID()
const deploymentId = 'ed30ce5c-9d0a-f73c-3580-4315c7f84d83'
const applicationId = '0f8b2d32-fdff-4d39-87b8-548fb9450eb7'

const machine: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-cache': 'CONFIG_NOCACHE',
  'x-content-type-options': 'nosniff',
  'x-tfs-processid': processId,
}

const service: Readonly<Record<string, string>> = {
  ...machine,
  'access-control-expose-headers': 'Request-Context',
  'request-context': `appId=cid-v1:${applicationId}`,
  'x-vss-senderdeploymentid': deploymentId,
}

const uncached: Readonly<Record<string, string>> = { 'cache-control': 'no-cache', expires: '-1', pragma: 'no-cache' }

/** All that there is while the organization itself is not there to answer. */
export const machineHeaders = (now: Date): Headers => new Headers({ ...machine, date: now.toUTCString() })

/** What every answer of the service carries, even an empty one. */
export function serviceHeaders(request: Request, now: Date): Headers {
  const activityId = crypto.randomUUID()
  return new Headers({
    ...service,
    date: now.toUTCString(),
    activityid: activityId,
    'x-vss-e2eid': activityId,
    'x-tfs-session': request.headers.get('x-tfs-session') ?? activityId,
  })
}

/** What an answer of the API or a page carries, good or bad. */
export function usualHeaders(request: Request, now: Date, contentType: string): Headers {
  const headers = serviceHeaders(request, now)
  for (const [name, value] of Object.entries(uncached)) headers.set(name, value)
  headers.set('x-frame-options', 'SAMEORIGIN')
  headers.set('content-type', contentType)
  return headers
}
