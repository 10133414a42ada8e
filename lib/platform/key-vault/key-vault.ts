import 'server-only'
import { z } from 'zod'
import type { BearerSource, BearerToken } from '#lib/platform/entra/kept-token'
import type { SigningAlgorithm } from '#lib/platform/entra/signer'
import { AppError, describe, type ErrorCode, isAppError } from '#lib/platform/errors/index'
import type { Answer } from '#lib/platform/http/answer'
import { isPassingFault } from '#lib/platform/http/connection-fault'
import { exchange } from '#lib/platform/http/exchange'
import type { Fetch } from '#lib/platform/http/fetch'
import { type Attempt, retry } from '#lib/platform/http/retry'
import { withJitter } from '#lib/platform/http/schema'
import { type Now, type Random, sleep as realSleep, type Sleep } from '#lib/platform/http/time'
import { callerError } from './caller-error'
import { evidenceOf, keyVaultError, type Operation } from './errors'

export interface KeyVaultOptions {
  /** `https://contoso-vault.vault.azure.net` */
  readonly vaultUrl: string
  /** Of whoever calls the vault. */
  readonly tokenSource: Pick<BearerSource, 'token' | 'invalidate'>
  readonly fetch: Fetch
  readonly now?: Now
  readonly sleep?: Sleep
  readonly random?: Random
  /** For one try, body included; 15 seconds unless given. */
  readonly timeoutMs?: number
}

/** A version of a certificate in the vault, without its key. */
interface VaultCertificate {
  readonly version: string
  /** DER */
  readonly certificate: Uint8Array
}

/**
 * A key vault as its caller sees it. Its promises reject with key_vault_…, network_…, proxy_…, tls_…, or as the token source
 * does, but for what Entra ID says of the caller's app (key_vault_caller_…).
 */
export interface KeyVault {
  /** The newest version unless one is given. */
  getCertificate(name: string, version?: string): Promise<VaultCertificate>
  /** Signs a SHA-256 digest with the key of a certificate, which stays in the vault. */
  sign(name: string, version: string, algorithm: SigningAlgorithm, digest: Uint8Array): Promise<Uint8Array>
}

const apiVersion = '7.4'
const codes = { unreachable: 'key_vault_unreachable', timeout: 'key_vault_timeout' } as const
const maximumRetries = 3
const firstWaitSeconds = 0.8
/** Whoever is told to wait longer is better told than kept waiting. */
const longestWaitSeconds = 30

const certificateBody = z.object({ id: z.string(), cer: z.base64().min(1) })

/** In bytes: those of the sizes of RSA keys that Key Vault has. */
const signatureLengths: readonly number[] = [256, 384, 512]
const isSignature = (value: string): boolean => signatureLengths.includes(Buffer.from(value, 'base64url').length)
const signatureBody = z.object({ value: z.base64url().refine(isSignature) })

interface Asked {
  readonly operation: Operation
  readonly path: string
  readonly body?: object
}

const methods = { read: 'GET', sign: 'POST' } as const

function requestOf(
  vaultUrl: string,
  { operation, path, body }: Asked,
  token: BearerToken,
  signal: AbortSignal,
): Request {
  const headers = new Headers({ authorization: `Bearer ${token.value}`, accept: 'application/json' })
  if (body) headers.set('content-type', 'application/json')
  const url = `${vaultUrl}/${path}?api-version=${apiVersion}`
  const method = methods[operation]
  return new Request(url, { method, headers, body: body ? JSON.stringify(body) : null, redirect: 'manual', signal })
}

function parsed<Schema extends z.ZodType>(schema: Schema, { text }: Answer): z.output<Schema> | undefined {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** A vault is found by its name, which may be that of none, and lead into a network or a cloud of its own. */
const ofVaults: Partial<Record<ErrorCode, ErrorCode>> = {
  network_name_unknown: 'key_vault_unknown',
  network_address_private: 'key_vault_private_address',
  host_not_allowed: 'key_vault_domain_not_allowed',
}

function reachError(failure: unknown): unknown {
  const code = isAppError(failure) ? ofVaults[failure.code] : undefined
  return isAppError(failure) && code ? new AppError(code, { evidence: failure.evidence, cause: failure }) : failure
}

/** Signing changes nothing in the vault, so like reading it may be tried again. */
function createSend({ vaultUrl, tokenSource, fetch, ...rest }: KeyVaultOptions) {
  const { now = Date.now, sleep = realSleep, random = Math.random, timeoutMs = 15_000 } = rest

  /** Whoever gives the tokens has tried more than once already, so the vault is not asked again for want of one. */
  async function callersToken(): Promise<BearerToken> {
    try {
      return await tokenSource.token()
    } catch (failure) {
      throw callerError(failure)
    }
  }

  /** What the vault answered, or a failure on the way there that may pass. */
  async function exchangeWith(asked: Asked, token: BearerToken): Promise<Answer | AppError> {
    try {
      return await exchange(fetch, (signal) => requestOf(vaultUrl, asked, token, signal), { timeoutMs, codes })
    } catch (failure) {
      if (isAppError(failure) && isPassingFault(failure)) return failure
      throw reachError(failure)
    }
  }

  /** A token may end or be revoked while we still keep it, so a refused one is replaced once. */
  async function exchangeSignedIn(asked: Asked): Promise<Answer | AppError> {
    const token = await callersToken()
    const outcome = await exchangeWith(asked, token)
    if (isAppError(outcome) || outcome.status !== 401) return outcome
    tokenSource.invalidate(token)
    return await exchangeWith(asked, await callersToken())
  }

  function waitAfter(failure: AppError, retries: number): number | undefined {
    const { retryAfter } = failure
    if (retries >= maximumRetries || (retryAfter ?? 0) > longestWaitSeconds) return undefined
    return retryAfter ?? withJitter(firstWaitSeconds * 2 ** retries, random)
  }

  function judge<Schema extends z.ZodType>(
    schema: Schema,
    { operation, path }: Asked,
    answer: Answer,
    retries: number,
  ): Attempt<z.output<Schema>> {
    const place = `${methods[operation]} ${vaultUrl}/${path}`
    if (answer.status !== 200) {
      const failure = keyVaultError(answer, { operation, place }, now)
      const isTransient = describe(failure.code).status === 503
      return { failure, retryInSeconds: isTransient ? waitAfter(failure, retries) : undefined }
    }
    const value = parsed(schema, answer)
    if (value !== undefined) return { value }
    return { failure: new AppError('key_vault_answer_unexpected', { evidence: evidenceOf(answer, place) }) }
  }

  const attempt = async <Schema extends z.ZodType>(
    schema: Schema,
    asked: Asked,
    retries: number,
  ): Promise<Attempt<z.output<Schema>>> => {
    const outcome = await exchangeSignedIn(asked)
    if (!isAppError(outcome)) return judge(schema, asked, outcome, retries)
    return { failure: outcome, retryInSeconds: waitAfter(outcome, retries) }
  }

  return <Schema extends z.ZodType>(schema: Schema, asked: Asked): Promise<z.output<Schema>> =>
    retry((retries) => attempt(schema, asked, retries), sleep)
}

/** Azure Key Vault by its REST API: certificates/get-certificate and keys/sign. */
export function createKeyVault(options: KeyVaultOptions): KeyVault {
  const send = createSend(options)
  return {
    async getCertificate(name, version) {
      const path = ['certificates', name, ...(version ? [version] : [])].join('/')
      const { id, cer } = await send(certificateBody, { operation: 'read', path })
      return { version: id.split('/').at(-1) ?? '', certificate: Buffer.from(cer, 'base64') }
    },
    async sign(name, version, algorithm, digest) {
      const body = { alg: algorithm, value: Buffer.from(digest).toString('base64url') }
      const { value } = await send(signatureBody, { operation: 'sign', path: `keys/${name}/${version}/sign`, body })
      return Buffer.from(value, 'base64url')
    },
  }
}
