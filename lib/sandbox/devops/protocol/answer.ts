import 'server-only'

/**
 * What a handler answers with. The body is JSON already, because lists of work items are put together as bytes; a
 * `content-type` among the headers makes it something else.
 */
export interface Answer {
  /** 200 unless given; with 204 there is no body. */
  readonly status?: number
  readonly json: string | Buffer<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

export const answer = (value: unknown, headers?: Answer['headers']): Answer => ({
  json: JSON.stringify(value),
  ...(headers ? { headers } : {}),
})

/** Something has been made. */
export const created = (value: unknown, headers?: Answer['headers']): Answer => ({
  ...answer(value, headers),
  status: 201,
})

export const noContent: Answer = { status: 204, json: '' }

export const answerList = (value: readonly unknown[]): Answer => answer({ count: value.length, value })

/** Stands for the machine that answers. */
const processId = crypto.randomUUID()
const deploymentId = 'ed30ce5c-9d0a-f73c-3580-4315c7f84d83'
const applicationId = '0f8b2d32-fdff-4d39-87b8-548fb9450eb7'

const constant: Readonly<Record<string, string>> = {
  'access-control-expose-headers': 'Request-Context',
  'cache-control': 'no-cache',
  expires: '-1',
  pragma: 'no-cache',
  'request-context': `appId=cid-v1:${applicationId}`,
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  vary: 'Accept-Encoding',
  'x-cache': 'CONFIG_NOCACHE',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'x-tfs-processid': processId,
  'x-vss-senderdeploymentid': deploymentId,
}

export const json = 'application/json; charset=utf-8'

/** The headers that come with every answer, good or bad. */
export function usualHeaders(request: Request, now: Date, contentType: string): Headers {
  const activityId = crypto.randomUUID()
  return new Headers({
    ...constant,
    'content-type': contentType,
    date: now.toUTCString(),
    activityid: activityId,
    'x-vss-e2eid': activityId,
    'x-tfs-session': request.headers.get('x-tfs-session') ?? activityId,
  })
}
