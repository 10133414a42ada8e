import 'server-only'
import { present } from '../link'
import type { Check } from './check'

export const tokenCheck: Check = {
  id: 'token',
  requires: ['certificate', 'tenant'],
  async run(link, _notes, signal) {
    const tokenSource = present(link.tokenSource, link, 'tokenUrl', 'clientId', 'certificateId')
    const token = await tokenSource.fresh(signal)
    const minutes = Math.floor(token.expiresIn / 60)
    return { verdict: 'passed', summary: `A token valid for ${minutes} minutes, asked for with ${token.algorithm}.` }
  },
}
