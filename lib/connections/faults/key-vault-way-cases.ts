import { AppError, type ErrorCode } from '#lib/platform/errors/index'
import { told } from './echo-cases'
import { type FaultCase, type FaultGroup, faultCase, type Mishap } from './fault-case'
import { certificateName, inKeyVault } from './key-vault-place'
import { answering, changing, isSigning, isToVault } from './on-the-way'
import { failures, unheardOf } from './transport-cases'

const side = { name: 'Key Vault', check: 'certificate', isConcerned: isToVault } as const
const route = '*.vault.azure.net/**'

const inVault = ({ mishap, ...rest }: FaultCase): FaultCase => ({ ...rest, mishap: inKeyVault(mishap) })

const html = { 'content-type': 'text/html' }
const page = (title: string, status = 200) =>
  new Response(`<html><title>${title}</title></html>`, { status, headers: html })

const proxyAnswers = 'Ask who runs the proxy to let the vault pass.'
const unexpected = ['certificate', 'key_vault_answer_unexpected', undefined, 'operator'] as const

/** Something that is no answer of a vault. */
const garbled = (what: string, mishap: Mishap): FaultCase =>
  faultCase(`${what} (Key Vault)`, proxyAnswers, unexpected, inKeyVault(mishap))

const lost = ['certificate', 'network_connection_lost', undefined, 'operator'] as const
const tooLate = ['certificate', 'key_vault_timeout', undefined, 'operator'] as const
const retried = 'Try again; ask who runs the proxy.'
const patience = 'Try again; check the network between this server and Azure.'

const refusedBeforehand = (code: ErrorCode): Mishap =>
  inKeyVault(
    answering(isToVault, () => {
      throw new AppError(code)
    }),
  )

export const keyVaultWayCases: FaultGroup = {
  title: 'The way to the key vault',
  cases: [
    ...failures(side, (code) => code !== 'network_name_unknown').map(inVault),
    inVault(unheardOf(side, 'key_vault_unreachable')),
    faultCase(
      'The vault was deleted, and its name with it',
      'Recover the vault, or link the certificate in another one.',
      ['certificate', 'key_vault_unknown', 2, 'key vault administrator', 'certificateId'],
      inKeyVault({ vaultUrl: 'https://contoso-gone.vault.azure.net' }),
    ),
    faultCase(
      'The name leads to a private endpoint (Key Vault)',
      'Use a proxy that reaches the private endpoint, or the public address.',
      ['certificate', 'key_vault_private_address', undefined, 'operator'],
      refusedBeforehand('network_address_private'),
    ),
    faultCase(
      'The vault is in a cloud that the operator has not named',
      'Add its domain to KEY_VAULT_DOMAINS.',
      ['certificate', 'key_vault_domain_not_allowed', 2, 'operator', 'certificateId'],
      refusedBeforehand('host_not_allowed'),
    ),
    faultCase(
      'The connection is reset (Key Vault)',
      retried,
      lost,
      inKeyVault({ faults: [{ kind: 'connection reset', route }] }),
    ),
    faultCase(
      'The answer breaks off (Key Vault)',
      retried,
      lost,
      inKeyVault({ faults: [{ kind: 'truncated body', route }] }),
    ),
    faultCase(
      'No answer comes (Key Vault)',
      patience,
      tooLate,
      inKeyVault({ faults: [{ kind: 'timeout', route }], timeoutMs: 100 }),
    ),
    faultCase(
      'The body trickles (Key Vault)',
      patience,
      tooLate,
      inKeyVault({ faults: [{ kind: 'slow body', milliseconds: 20_000, route }], timeoutMs: 100 }),
    ),
    garbled('JSON that is cut off', { faults: [{ kind: 'malformed JSON', route }] }),
    garbled(
      'An empty answer',
      answering(isToVault, () => new Response('')),
    ),
    garbled(
      'A page of a proxy',
      answering(isToVault, () => page('Accept our terms')),
    ),
    garbled(
      'A proxy blocks with a page',
      answering(isToVault, () => page('Blocked', 403)),
    ),
    garbled(
      'A page that nothing is there',
      answering(isToVault, () => page('Not found', 404)),
    ),
    garbled(
      'A redirect of a captive portal',
      answering(isToVault, () => new Response(null, { status: 302, headers: { location: 'http://portal.example/' } })),
    ),
    garbled(
      'An answer without a signature',
      changing(isSigning, (text) => Response.json({ kid: JSON.parse(text).kid })),
    ),
    garbled(
      'A signature that was cut off',
      changing(isSigning, (text) =>
        Response.json({ ...JSON.parse(text), value: JSON.parse(text).value.slice(0, 100) }),
      ),
    ),
    garbled(
      'A certificate that cannot be read',
      changing(
        (request) => isToVault(request) && !isSigning(request),
        () => Response.json({ id: `https://v/certificates/${certificateName}/1`, cer: 'AAAA' }),
      ),
    ),
    faultCase(
      'A proxy answers 407 itself (Key Vault)',
      'Put user and password into HTTPS_PROXY.',
      ['certificate', 'proxy_sign_in_required', undefined, 'operator'],
      inKeyVault(answering(isToVault, () => new Response(null, { status: 407 }))),
    ),
    garbled(
      'A page shows the request with its token',
      answering(isToVault, (request) => new Response(`<html><pre>${told(request)}</pre></html>`, { headers: html })),
    ),
    faultCase(
      'An error repeats the token (Key Vault)',
      'Wait, then test again; see whether the caller was disabled.',
      ['certificate', 'key_vault_token_refused', undefined, 'microsoft'],
      inKeyVault(
        answering(isToVault, (request) => {
          const message = `The header ${request.headers.get('authorization')} was not understood.`
          return Response.json({ error: { code: 'Unauthorized', message } }, { status: 401 })
        }),
      ),
    ),
    faultCase(
      'The app lacks its certificate, and a proxy writes the vault’s answers anew',
      'Upload this certificate to this app.',
      ['token', 'AADSTS700027', 2, 'entra administrator', 'certificateId'],
      inKeyVault({
        before: ({ sandbox, ours }) => sandbox.control.removeCertificate(ours.signer.thumbprintSha256),
        ...changing(isSigning, (text) => {
          const { kid, value } = JSON.parse(text)
          return new Response(JSON.stringify({ value, kid }, undefined, 2))
        }),
      }),
    ),
  ],
}
