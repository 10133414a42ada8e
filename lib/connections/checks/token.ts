import 'server-only'
import type { Check } from './check'

export const tokenCheck: Check = {
  id: 'token',
  requires: ['certificate', 'tenant'],
  async run({ tokenSource }, _notes, signal) {
    const token = await tokenSource.fresh(signal)
    const minutes = Math.floor(token.expiresIn / 60)
    return { verdict: 'passed', summary: `A token valid for ${minutes} minutes, asked for with ${token.algorithm}.` }
  },
}
