import 'server-only'
import { AppError, type Evidence, isAppError } from '#lib/platform/errors/index'
import { present } from '../link'
import type { Check, CheckNotes } from './check'

/** The identity that Azure DevOps gives to a caller it does not know. */
const anonymous = 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa'

const objectIdIn = (message = ''): string | undefined =>
  /[0-9a-f-]{36}\\[0-9a-f-]{36}\\([0-9a-f-]{36})/i.exec(message)?.[1]

/** TF401444 ends in the object ID under which the app was looked for, which the token names too where it can be read. */
function withObjectIds(error: unknown, { objectId }: CheckNotes): unknown {
  const wanted = isAppError(error) && error.code === 'TF401444' ? objectIdIn(error.detail) : undefined
  if (!isAppError(error) || wanted === undefined) return error
  const ids: Evidence[] = [
    { label: 'Object ID that Azure DevOps looks for', value: wanted },
    ...(objectId ? [{ label: 'Object ID in our token', value: objectId }] : []),
  ]
  return new AppError(error.code, { ...error, cause: error.cause, evidence: [...ids, ...error.evidence] })
}

export const identityCheck: Check = {
  id: 'identity',
  requires: ['token', 'organization'],
  async run(link, notes, signal) {
    const endpoints = present(link.endpoints, link, 'organization')
    const { authenticatedUser } = await endpoints.getConnectionData({ signal }).catch((error: unknown) => {
      throw withObjectIds(error, notes)
    })
    if (authenticatedUser.id === anonymous) throw new AppError('TF400813_anonymous')
    notes.identityId = authenticatedUser.id
    const name = authenticatedUser.providerDisplayName ?? authenticatedUser.id
    return { verdict: 'passed', summary: `Signed in as ${name}.` }
  },
}
