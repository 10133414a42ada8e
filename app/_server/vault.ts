import 'server-only'
import { createVault, parseVaultKeys } from '#lib/platform/vault/vault'
import { pinned } from './pinned'
import { secrets } from './secrets'

export const vault = () => pinned('vault', async () => createVault(parseVaultKeys((await secrets()).VAULT_KEYS)))
