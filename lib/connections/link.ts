import 'server-only'
import type { Endpoints } from '#lib/platform/azure-devops/endpoints'
import type { Tenant } from '#lib/platform/entra/discovery'
import type { Signer } from '#lib/platform/entra/signer'
import type { TokenSource } from '#lib/platform/entra/token-source'
import type { ConnectionSettings } from './schema'

/** A connection brought to life: what its settings say, able to sign, fetch a token and ask Azure DevOps. */
export interface ConnectionLink {
  readonly settings: ConnectionSettings
  readonly certificate: SigningCertificate
  readonly tokenSource: TokenSource
  readonly endpoints: Endpoints
  readonly discoverTenant: (signal?: AbortSignal) => Promise<Tenant>
}

/** The certificate that signs; dates are ISO 8601, `keySize` in bits. */
interface SigningCertificate extends Signer {
  readonly certificate: {
    readonly subject: string
    readonly notBefore: string
    readonly notAfter: string
    readonly keySize: number
  }
}
