import 'server-only'
import { decodeJwt } from 'jose'
import type { Evidence } from '#lib/platform/errors/index'
import { present } from '../link'
import type { Check } from './check'

const told: Readonly<Record<string, string>> = {
  aud: 'For',
  appid: 'App',
  oid: 'Object ID of the enterprise application',
  tid: 'Tenant',
  ver: 'Version',
}

/**
 * What a person may like to compare. Microsoft says that tokens are for whom they are issued to and may be encrypted at
 * any time, so nothing rests on it, and often there is nothing.
 */
function claimsOf(token: string): Evidence[] {
  try {
    const claims = decodeJwt(token)
    return Object.entries(told).flatMap(([name, label]) =>
      typeof claims[name] === 'string' ? [{ label, value: claims[name] }] : [],
    )
  } catch {
    return []
  }
}

export const tokenCheck: Check = {
  id: 'token',
  requires: ['assertion', 'tenant'],
  async run(link, _notes, signal) {
    const tokenSource = present(link.tokenSource, link, 'tokenUrl', 'clientId', 'certificateId')
    const token = await tokenSource.fresh(signal)
    const minutes = Math.floor(token.expiresIn / 60)
    const summary = `A token valid for ${minutes} minutes, asked for with ${token.algorithm}.`
    return { verdict: 'passed', summary, facts: claimsOf(token.value) }
  },
}
