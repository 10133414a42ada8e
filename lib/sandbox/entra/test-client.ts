import 'server-only'
import { createHash, createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose'
import { createControl } from '../control'
import { identityOf } from '../identity'
import { ellipticAlgorithm, makeCertificate, rsaAlgorithm } from '../standalone/make-certificate'
import { createEntra } from '.'
import type { EntraBehaviour } from './behaviour'

export const identity = identityOf(1)
export const { clientId, tenantId, tenantDomain } = identity
export const tokenUrl = `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`
export const now = new Date('2026-06-15T12:00:00Z')
export const seconds = now.getTime() / 1000

export interface Pair {
  readonly certificate: X509Certificate
  readonly privateKey: KeyObject
}

type Algorithm = Parameters<typeof makeCertificate>[0]['algorithm']

export async function makePair(
  algorithm: Algorithm = rsaAlgorithm(2048),
  from = '2026-01-01',
  to = '2027-01-01',
): Promise<Pair> {
  const dates = { notBefore: new Date(from), notAfter: new Date(to) }
  const { certificate, key } = await makeCertificate({ commonName: 'test', algorithm, ...dates })
  return { certificate: new X509Certificate(certificate), privateKey: createPrivateKey(key) }
}

export const hash = (
  algorithm: 'sha1' | 'sha256',
  { certificate }: Pair,
  encoding: 'base64' | 'base64url' | 'hex' = 'base64url',
): string => createHash(algorithm).update(certificate.raw).digest(encoding)

/** Certificates of every kind, all of them uploaded to the app. */
const [registered, expired, future, short, elliptic] = await Promise.all([
  makePair(),
  makePair(rsaAlgorithm(2048), '2025-01-01', '2026-01-01'),
  makePair(rsaAlgorithm(2048), '2027-01-01', '2028-01-01'),
  makePair(rsaAlgorithm(1024)),
  makePair(ellipticAlgorithm),
])
export const pairs = { registered, expired, future, short, elliptic }

interface Starting {
  readonly clock?: () => Date
  readonly behaviour?: Partial<EntraBehaviour>
}

/** A login host of its own, whose tenant a test may change. */
export async function startEntra({ clock = () => now, behaviour }: Starting = {}) {
  const { control, directory } = createControl({ identity })
  for (const { certificate } of Object.values(pairs)) control.uploadCertificate(certificate.toString())
  return { ...(await createEntra({ identity, directory, now: clock, behaviour })), control }
}

/** One server for all tests that do not turn the clock. */
export const entra = await startEntra()

const goodClaims = (): JWTPayload => ({
  aud: tokenUrl,
  iss: clientId,
  sub: clientId,
  jti: crypto.randomUUID(),
  nbf: seconds,
  exp: seconds + 600,
})

interface Signing {
  readonly pair?: Pair
  readonly header?: Partial<JWTHeaderParameters>
  readonly claims?: Record<string, unknown>
}

export const sha256Header = (pair: Pair) => ({ 'x5t#S256': hash('sha256', pair) })

export function sign({ pair = registered, header = {}, claims = {} }: Signing = {}): Promise<string> {
  const thumbprint = 'x5t' in header || 'x5c' in header ? {} : sha256Header(pair)
  return new SignJWT({ ...goodClaims(), ...claims })
    .setProtectedHeader({ alg: 'PS256', ...thumbprint, ...header })
    .sign(pair.privateKey)
}

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url')

/** A JWT that nobody signed, for the headers and keys that jose refuses to use. */
export const unsigned = (header: unknown): string => [encode(header), encode(goodClaims()), 'AAAA'].join('.')

interface Asked {
  readonly url?: string
  readonly form?: Record<string, string | undefined>
  readonly init?: RequestInit
  readonly server?: Pick<typeof entra, 'fetch'>
}

export async function ask(assertion: string, { url = tokenUrl, form = {}, init = {}, server = entra }: Asked = {}) {
  const fields = {
    grant_type: 'client_credentials',
    client_id: clientId,
    scope: '499b84ac-1321-427f-aa17-267ca6975798/.default',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    'x-client-SKU': 'ignored',
    ...form,
  }
  const given = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const request = new Request(url, { method: 'POST', body: new URLSearchParams(given), ...init })
  const response = await server.fetch(request)
  return { response, body: JSON.parse(await response.text()) }
}

export async function refusal(assertion: string, asked: Asked = {}) {
  const { response, body } = await ask(assertion, asked)
  return { status: response.status, error: body.error, codes: body.error_codes, text: body.error_description, body }
}
