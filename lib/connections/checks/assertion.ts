import 'server-only'
import { inspectAssertion } from '#lib/platform/entra/inspect-assertion'
import { AppError, type Evidence } from '#lib/platform/errors/index'
import { present } from '../link'
import type { Check } from './check'

const time = (seconds: unknown): string => new Date(Number(seconds) * 1000).toISOString()

const times = new Set(['iat', 'nbf', 'exp'])

const factsOf = (part: string, members: Readonly<Record<string, unknown>>): Evidence[] =>
  Object.entries(members).map(([name, value]) => ({
    label: `${part} ${name}`,
    value: times.has(name) ? `${value} (${time(value)})` : String(value),
  }))

/** Signs one for nobody, verifies it with the public certificate, and shows what is in it. */
export const assertionCheck: Check = {
  id: 'assertion',
  requires: ['certificate'],
  async run(link) {
    const signer = present(link.certificate, link, 'certificateId')
    const clientId = present(link.settings.clientId, link, 'clientId')
    const audience = present(link.settings.tokenUrl, link, 'tokenUrl')
    const options = { clientId, audience, algorithm: 'PS256', now: Date.now } as const
    const { header, claims, isVerified } = await inspectAssertion(signer, signer.certificatePem, options)
    const facts = [...factsOf('Header', header), ...factsOf('Claim', claims)]
    if (!isVerified) throw new AppError('certificate_pair_mismatch', { field: 'certificateId', evidence: facts })
    return { verdict: 'passed', summary: 'Signed with PS256, and its certificate verifies the signature.', facts }
  },
}
