import 'server-only'
import { decodeJwt } from 'jose'
import { AppError, type Evidence, isAppError } from '#lib/platform/errors/index'
import { type DraftLink, present } from '../link'
import type { Check, CheckNotes } from './check'

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

/** Beside the audience that we signed belongs the one that the tenant expects, which its discovery document tells. */
async function withExpectedAudience(error: unknown, { askTenant }: CheckNotes): Promise<unknown> {
  if (!isAppError(error) || error.code !== 'AADSTS700023') return error
  const { issuer } = await askTenant()
  const expected = { label: 'Audience Entra expects', value: `the token endpoint of ${issuer}` }
  return new AppError(error.code, { ...error, cause: error.cause, evidence: [expected, ...error.evidence] })
}

const previousHelpedOut = ({ certificate }: DraftLink): AppError =>
  new AppError('rotation_previous_used', {
    evidence: certificate ? [{ label: 'SHA-1 thumbprint of the new one', value: certificate.thumbprintSha1 }] : [],
  })

export const tokenCheck: Check = {
  id: 'token',
  requires: ['assertion', 'tenant'],
  async run(link, notes, signal) {
    const tokenSource = present(link.tokenSource, link, 'tokenUrl', 'clientId', 'certificateId')
    const token = await tokenSource.fresh(signal).catch(async (error: unknown) => {
      throw await withExpectedAudience(error, notes)
    })
    const facts = claimsOf(token.value)
    notes.objectId = facts.find(({ label }) => label === told.oid)?.value
    const minutes = Math.floor(token.expiresIn / 60)
    const summary = `A token valid for ${minutes} minutes, asked for with ${token.algorithm}.`
    if (!token.byPrevious) return { verdict: 'passed', summary, facts }
    return { verdict: 'warned', summary, facts, problem: previousHelpedOut(link) }
  },
}
