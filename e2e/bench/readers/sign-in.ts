import { readFileSync } from 'node:fs'
import { createTokenSource } from '#lib/platform/entra/token-source'
import { networkFetch } from '#lib/platform/http/network-fetch'
import { signerFromPem } from '../certificate'

/** What the sandbox prints when it is ready, as far as readers need it. */
interface Ready {
  readonly tokenUrl: string
  readonly clientId: string
  readonly scope: string
  readonly certificateFile: string
}

export const ready: Ready = JSON.parse(process.argv[2] ?? '{}')

/** Signing in is not part of what is measured, so all readers do it the same way. */
export const tokenSource = () =>
  createTokenSource({
    tokenUrl: ready.tokenUrl,
    clientId: ready.clientId,
    scope: ready.scope,
    signer: signerFromPem(readFileSync(ready.certificateFile, 'utf8')),
    fetch: networkFetch,
  })
