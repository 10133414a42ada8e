import 'server-only'
import { AppError } from '#lib/platform/errors/index'
import { present } from '../link'
import type { Check } from './check'

/** The identity that Azure DevOps gives to a caller it does not know. */
const anonymous = 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa'

export const identityCheck: Check = {
  id: 'identity',
  requires: ['token', 'organization'],
  async run(link, notes, signal) {
    const endpoints = present(link.endpoints, link, 'organization')
    const { authenticatedUser } = await endpoints.getConnectionData({ signal })
    if (authenticatedUser.id === anonymous) throw new AppError('TF400813')
    notes.identityId = authenticatedUser.id
    const name = authenticatedUser.providerDisplayName ?? authenticatedUser.id
    return { verdict: 'passed', summary: `Signed in as ${name}.` }
  },
}
