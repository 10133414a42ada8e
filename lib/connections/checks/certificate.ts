import 'server-only'
import { AppError } from '#lib/platform/errors/index'
import { present } from '../link'
import type { Check } from './check'

const day = 24 * 60 * 60 * 1000
const warnBefore = 30 * day

/** Proves without Entra ID that the key can be used and that the certificate is within its dates. */
export const certificateCheck: Check = {
  id: 'certificate',
  requires: [],
  async run(link) {
    const signer = present(link.certificate, link, 'certificateId')
    const { subject, notBefore, notAfter, keySize } = signer.certificate
    const evidence = [
      { label: 'Subject', value: subject },
      { label: 'Valid', value: `${notBefore} – ${notAfter}` },
      { label: 'SHA-1 thumbprint', value: signer.thumbprintSha1 },
      { label: 'SHA-256 thumbprint', value: signer.thumbprintSha256 },
    ]
    const left = Date.parse(notAfter) - Date.now()
    if (left <= 0) throw new AppError('certificate_expired', { evidence })
    if (Date.parse(notBefore) > Date.now()) throw new AppError('certificate_not_yet_valid', { evidence })
    await signer.sign('PS256', new TextEncoder().encode('certboard'))
    const summary = `${subject}, RSA ${keySize}, ${Math.floor(left / day)} days left.`
    if (left > warnBefore) return { verdict: 'passed', summary }
    return { verdict: 'warned', summary, problem: new AppError('certificate_expires_soon', { evidence }) }
  },
}
