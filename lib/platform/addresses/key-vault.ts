/** What people paste as the place of a certificate in Azure Key Vault. Client-safe. */

/** Of the global cloud. */
export const keyVaultDomain = 'vault.azure.net'

/** A certificate in a vault, as far as it was named. */
interface KeyVaultAddress {
  /** `https://contoso-vault.vault.azure.net`, without a slash at its end. */
  readonly vaultUrl: string
  readonly name?: string
  /** 32 hexadecimal digits; absent for the newest. */
  readonly version?: string
}

type Parsed = KeyVaultAddress | { readonly problem: string }

/** Microsoft, “Abbreviation rules”: 3 to 24 letters, digits and hyphens, the first a letter, the last no hyphen. */
const vaultName = /^[a-z](?:[a-z0-9-]{1,22})[a-z0-9]$/i
export const certificateName = /^[0-9A-Za-z-]{1,127}$/
const version = /^[0-9a-f]{32}$/i

const shape = 'Enter the name of the vault, such as contoso-vault, or the identifier of the certificate or key.'

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** A certificate, its key and its secret have the same name and version. */
function parsePath({ pathname, origin }: URL): Parsed {
  const [collection, name, given, ...rest] = pathname.split('/').filter((part) => part !== '')
  if (collection === undefined) return { vaultUrl: origin }
  const isKnown = ['certificates', 'keys', 'secrets'].includes(collection.toLowerCase())
  if (!isKnown || !name || !certificateName.test(name) || rest.length > 0) {
    return { problem: 'This address in the vault names no certificate.' }
  }
  if (given === undefined) return { vaultUrl: origin, name }
  return version.test(given)
    ? { vaultUrl: origin, name, version: given.toLowerCase() }
    : { problem: 'The version at the end of the identifier has 32 hexadecimal digits.' }
}

function problemOfHost(hostname: string): string | undefined {
  const [vault = '', ...domain] = hostname.split('.')
  if (domain[0] === 'managedhsm') return 'A managed HSM keeps keys but no certificates. Use a key vault.'
  if (domain[0] !== 'vault') return `A key vault has an address like contoso-vault.${keyVaultDomain}, not ${hostname}.`
  return vaultName.test(vault) ? undefined : shape
}

/**
 * Understands the name of a vault, its address (“Vault URI”) and the identifiers of a certificate, its key or its
 * secret. Which clouds may be called is decided where the call is made.
 */
export function parseKeyVault(text: string): Parsed {
  const trimmed = text.trim()
  if (vaultName.test(trimmed)) return { vaultUrl: `https://${trimmed.toLowerCase()}.${keyVaultDomain}` }
  const url = parseUrl(trimmed.includes('://') ? trimmed : `https://${trimmed}`)
  if (!url || !trimmed.includes('.')) return { problem: shape }
  if (url.protocol !== 'https:') return { problem: 'The address of the vault must start with https://.' }
  if (url.port !== '' || url.username !== '' || url.password !== '') {
    return { problem: 'The address of the vault has no port and no user name.' }
  }
  const problem = problemOfHost(url.hostname)
  return problem === undefined ? parsePath(url) : { problem }
}

/** The name of a vault, of its address. */
export const vaultNameOf = (vaultUrl: string): string => new URL(vaultUrl).hostname.split('.')[0] ?? ''

/** What tokens for a vault are asked for: its cloud's Key Vault. */
export const keyVaultResource = (vaultUrl: string): string =>
  `https://${new URL(vaultUrl).hostname.split('.').slice(1).join('.')}`
