import 'server-only'
import { z } from 'zod'
import type { VaultCertificate, VaultPermission } from '../control/key-vault-state'
import type { Action } from './access'
import { refuse } from './errors'
import { certificateJson, keyIdOf, keyJson, listedJson, termOf, type VaultObject, versionIn } from './objects'
import { pageOf } from './page'
import { digestAlgorithm, signDigest } from './sign-digest'

/** One request of somebody who may make it. */
interface Call {
  readonly vaultUrl: string
  readonly certificates: readonly VaultCertificate[]
  readonly request: Request
  readonly url: URL
  readonly now: Date
  readonly name: string
  /** Undefined for the newest one. */
  readonly version: string | undefined
}

interface Route {
  /** What it takes by roles, and by access policies. */
  readonly action: Action
  readonly permission: VaultPermission
  readonly handle: (call: Call) => object | Promise<object>
}

type Missing = typeof refuse.keyNotFound | typeof refuse.certificateNotFound

const named = ({ certificates, name }: Call): VaultCertificate | undefined =>
  certificates.find((one) => one.name.toLowerCase() === name.toLowerCase())

/** @throws 404 */
function requireObject(call: Call, missing: Missing): VaultObject {
  const found = named(call)
  const version = found && versionIn(found, call.version)
  if (!version) throw missing(call.version === undefined ? call.name : `${call.name}/${call.version}`)
  return { vaultUrl: call.vaultUrl, name: found.name, version }
}

function listCertificates({ certificates, vaultUrl, url }: Call) {
  const newest = certificates.flatMap(({ name, versions }) => {
    const version = versions.at(-1)
    return version ? [listedJson({ vaultUrl, name, version }, 'certificates')] : []
  })
  return pageOf(newest, url)
}

/** A certificate that is not there has no versions, which is an empty list and no error. */
function listVersions(call: Call) {
  const found = named(call)
  const of = (version: VaultObject['version']) =>
    listedJson({ vaultUrl: call.vaultUrl, name: found?.name ?? '', version }, 'versions')
  return pageOf((found?.versions ?? []).map(of), call.url)
}

const signBody = z.object({ alg: z.string(), value: z.base64url() })

/** @throws 400 */
async function bodyOf(request: Request) {
  try {
    return signBody.parse(JSON.parse(await request.text()))
  } catch {
    throw refuse.body()
  }
}

/**
 * Verifying with a key that is switched off or out of its term is allowed, signing is not. Of several reasons the first
 * is told; their order is unverified.
 * @throws 403
 */
function requireMaySign(object: VaultObject, now: Date): void {
  const { nbf, exp } = termOf(object)
  const seconds = now.getTime() / 1000
  if (!object.version.enabled) throw refuse.keyDisabled()
  if (!object.version.maySign) throw refuse.operation()
  if (seconds < nbf) throw refuse.keyNotYetValid()
  if (seconds >= exp) throw refuse.keyExpired()
}

async function sign(call: Call) {
  const object = requireObject(call, refuse.keyNotFound)
  const { alg, value } = await bodyOf(call.request)
  const algorithm = digestAlgorithm(alg)
  if (!algorithm) throw /^ES/.test(alg) ? refuse.algorithm(keyIdOf(object), alg) : refuse.body()
  const digest = Buffer.from(value, 'base64url')
  const { length } = algorithm.hash
  if (digest.length !== length) throw refuse.digestLength(digest.length, alg, length)
  requireMaySign(object, call.now)
  return { kid: keyIdOf(object), value: signDigest(object.version.privateKey, algorithm, digest).toString('base64url') }
}

const routes: Readonly<Record<string, Route>> = {
  'GET certificates': { action: 'certificates/read', permission: 'certificates list', handle: listCertificates },
  'GET certificates/versions': { action: 'certificates/read', permission: 'certificates list', handle: listVersions },
  'GET certificate': {
    action: 'certificates/read',
    permission: 'certificates get',
    handle: (call) => certificateJson(requireObject(call, refuse.certificateNotFound)),
  },
  'GET key': {
    action: 'keys/read',
    permission: 'keys get',
    handle: (call) => keyJson(requireObject(call, refuse.keyNotFound)),
  },
  'POST key/sign': { action: 'keys/sign/action', permission: 'keys sign', handle: sign },
}

interface Found {
  readonly route: Route
  readonly name: string
  readonly version: string | undefined
}

/** Clients leave the version empty where they want the newest one: `/certificates/name/`, `/keys/name//sign`. */
export function findRoute(method: string, pathname: string): Found | undefined {
  const [collection = '', name, ...rest] = pathname.split('/').filter((part) => part !== '')
  const isWord = (part: string | undefined) => part === 'versions' || part === 'sign'
  const version = isWord(rest[0]) ? undefined : rest[0]
  const after = rest.slice(version === undefined ? 0 : 1)
  const place = name === undefined ? collection : collection.replace(/^(certificate|key)s$/, '$1')
  const words = after[0] === 'versions' ? [collection, ...after] : [place, ...after]
  const route = Object.hasOwn(routes, `${method} ${words.join('/')}`)
    ? routes[`${method} ${words.join('/')}`]
    : undefined
  return route && { route, name: name ?? '', version }
}
