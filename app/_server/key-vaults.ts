import 'server-only'
import type { KeyVaultCaller, OpenKeyVault, SigningContext } from '#lib/certificates/key-vault'
import { keyVaultResource, vaultNameOf } from '#lib/platform/addresses/key-vault'
import { createManagedIdentitySource } from '#lib/platform/entra/managed-identity'
import { createTokenSource } from '#lib/platform/entra/token-source'
import { env } from '#lib/platform/env'
import { AppError } from '#lib/platform/errors/index'
import { machineFetch } from '#lib/platform/http/machine-fetch'
import { createKeyVault, type KeyVault } from '#lib/platform/key-vault/key-vault'
import { storageContext } from './context'
import { fetchFor } from './network'
import { pinned } from './pinned'
import { sandbox } from './sandbox'

type Place = Parameters<OpenKeyVault>[0]

/** A vault keeps its caller's token from request to request, whichever certificates of it are used. */
const openVaults = () => pinned('key-vaults', async () => new Map<string, KeyVault>())

/** The identity is the operator's, so the operator says for which vaults members may use it. */
function requireAllowed(vaultUrl: string): void {
  const name = vaultNameOf(vaultUrl)
  const allowed = env().MANAGED_IDENTITY_VAULTS?.toLowerCase().split(',') ?? []
  if (allowed.includes(name)) return
  throw new AppError('managed_identity_not_allowed', { evidence: [{ label: 'Key vault', value: name }] })
}

function identityOfServer(vaultUrl: string) {
  requireAllowed(vaultUrl)
  const { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header, MANAGED_IDENTITY_CLIENT_ID: clientId } = env()
  const appService = endpoint && header ? { endpoint, header } : undefined
  return createManagedIdentitySource({
    resource: keyVaultResource(vaultUrl),
    clientId,
    appService,
    fetch: machineFetch,
  })
}

/** In the practice tenant this server is a virtual machine that has an identity. */
const identityInSandbox = async (vaultUrl: string) =>
  createManagedIdentitySource({ resource: keyVaultResource(vaultUrl), fetch: (await sandbox()).fetch })

async function tokenSourceOf({ vaultUrl, sandbox: isSandbox }: Place, caller: KeyVaultCaller) {
  if (caller.kind === 'managed identity') {
    return isSandbox ? await identityInSandbox(vaultUrl) : identityOfServer(vaultUrl)
  }
  const scope = `${keyVaultResource(vaultUrl)}/.default`
  return createTokenSource({ ...caller, scope, fetch: await fetchFor(isSandbox) })
}

const keyOf = ({ vaultUrl, sandbox: isSandbox }: Place, caller: KeyVaultCaller): string =>
  caller.kind === 'managed identity'
    ? JSON.stringify([vaultUrl, isSandbox])
    : JSON.stringify([vaultUrl, isSandbox, caller.tokenUrl, caller.clientId, caller.signer.thumbprintSha256])

export const openKeyVault: OpenKeyVault = async (place, caller) => {
  const vaults = await openVaults()
  const key = keyOf(place, caller)
  const known = vaults.get(key)
  if (known) return known
  const tokenSource = await tokenSourceOf(place, caller)
  const opened = createKeyVault({ vaultUrl: place.vaultUrl, tokenSource, fetch: await fetchFor(place.sandbox) })
  vaults.set(key, opened)
  return opened
}

/** What the verbs work with that sign, or prepare to. */
export async function signingContext(): Promise<SigningContext> {
  return { ...(await storageContext()), openKeyVault }
}
