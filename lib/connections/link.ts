import 'server-only'
import type { Endpoints } from '#lib/platform/azure-devops/endpoints'
import type { SignedExchange } from '#lib/platform/azure-devops/signed-exchange'
import type { Tenant } from '#lib/platform/entra/discovery'
import type { Signer } from '#lib/platform/entra/signer'
import type { TokenSource } from '#lib/platform/entra/token-source'
import { AppError, type Evidence } from '#lib/platform/errors/index'
import type { NewestVersion } from '#lib/platform/key-vault/linked-certificate'
import { type ConnectionSettings, connectionLabels, type SettingName } from './schema'

/** A connection brought to life: what its settings say, able to sign, fetch a token and ask Azure DevOps. */
export interface ConnectionLink {
  readonly settings: ConnectionSettings
  readonly certificate: SigningCertificate
  readonly tokenSource: TokenSource
  readonly endpoints: Endpoints
  /** The same way without retries, and with the answer as it came. */
  readonly exchange: SignedExchange
  readonly discoverTenant: (signal?: AbortSignal) => Promise<Tenant>
}

/** The same of settings that are not complete yet: there is what can be made of the values that are known. */
export interface DraftLink extends Partial<Omit<ConnectionLink, 'settings'>> {
  readonly settings: Partial<ConnectionSettings>
  /** Of a setup: looked at whenever its page is opened, so only what its steps rest on is. */
  readonly isDraft?: true
  /** Settings that were given and cannot be used, each with what is wrong; the label is the setting's name. */
  readonly invalid?: readonly Evidence[]
  /** Asks whether the tenant knows the client ID, where there is nothing to sign with yet. */
  readonly probeApp?: (signal?: AbortSignal) => Promise<void>
}

/** The certificate that signs; dates are ISO 8601, `keySize` in bits. */
export interface SigningCertificate extends Signer {
  /** The public certificate. */
  readonly certificatePem: string
  readonly certificate: {
    readonly subject: string
    readonly notBefore: string
    readonly notAfter: string
    readonly keySize: number
  }
  /** Asks the key vault that has the key; absent where the key is elsewhere. */
  readonly newestVersion?: () => Promise<NewestVersion>
}

/** Says which settings something waits for. */
export const settingMissing = (names: readonly SettingName[]): AppError =>
  new AppError('setting_missing', {
    detail: `Not known yet: ${names.map((name) => connectionLabels[name]).join(', ')}.`,
    evidence: names.map((name) => ({ label: name, value: connectionLabels[name] })),
  })

/**
 * A part of a link, where it is there.
 * @param names The settings from which it is made
 * @throws setting_missing
 */
export function present<Part>(part: Part | undefined, { settings }: DraftLink, ...names: readonly SettingName[]): Part {
  if (part !== undefined) return part
  throw settingMissing(names.filter((name) => !settings[name]))
}
