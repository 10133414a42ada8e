import 'server-only'
import { describeSkew } from '#lib/platform/entra/clock-skew'
import { AppError } from '#lib/platform/errors/index'
import type { Check } from './check'

/** Entra ID tolerates about five minutes; a clock that is a minute off is already worth a word. */
const tolerableSkewSeconds = 60

export const clockCheck: Check = {
  id: 'clock',
  requires: ['tenant'],
  async run(_link, { askTenant }) {
    const { clockSkewSeconds } = await askTenant()
    if (clockSkewSeconds === undefined) {
      return { verdict: 'skipped', summary: 'The answer of Entra ID did not say what time it is.' }
    }
    const summary = `This server’s clock is ${describeSkew(clockSkewSeconds)}.`
    if (Math.abs(clockSkewSeconds) <= tolerableSkewSeconds) return { verdict: 'passed', summary }
    return { verdict: 'warned', summary, problem: new AppError('clock_skewed', { detail: summary }) }
  },
}
