/** Understands what this connection is called in other tools. It runs in the browser, so that no secret is sent anywhere. */
import { normaliseScope } from '#lib/platform/addresses/normalise'
import { organizationOf } from '#lib/platform/addresses/organization'
import { loginHosts } from '#lib/platform/addresses/token-url'
import { type Pair, readPairs } from '#lib/platform/notations/pairs'
import { type SecretKind, secretKinds, secretNamed, withoutSecrets } from '#lib/platform/notations/secrets'
import { type ConnectionInput, connectionInput, connectionLabels } from '../schema'

/** A connection as another tool has it. */
export interface ElsewhereText {
  readonly tool: string
  readonly title: string
  /** Ready to be copied; what only the person knows stands in it as a placeholder. */
  readonly text: string
  /** What to know before using it, a sentence each. */
  readonly notes: readonly string[]
}

/** A command with an assertion that was signed just now: whoever has it can sign in as the app until it ends. */
export interface ShownAssertion {
  readonly command: string
  /** ISO 8601. */
  readonly expiresAt: string
  readonly lifetimeSeconds: number
}

type Setting = Exclude<keyof typeof connectionLabels, 'certificateId'>

export interface PastedSettings {
  /** Those that were found and can be used, as the form takes them. */
  readonly values: Partial<Omit<ConnectionInput, 'certificateId' | 'sandbox'>>
  /** Of the certificate, SHA-1 or SHA-256, upper-case hex. */
  readonly thumbprint?: string
  /** Settings that were found and cannot be used, each with the reason. */
  readonly refused: readonly { readonly label: string; readonly reason: string }[]
  /** Lines that say nothing of a connection as far as it was understood, cut short. */
  readonly unknown: readonly string[]
  /** What else was in the text and is not kept. */
  readonly secrets: readonly SecretKind[]
}

/** Names in other tools for our settings, in lower case and without punctuation; those of options where they differ. */
const names: Readonly<Record<Setting, RegExp>> = {
  name: /^name$/,
  tokenUrl: /^(?:tokenurl|tokenendpoint|(?:azure|arm|directory)?tenant(?:id)?|directoryid)$/,
  clientId: /^(?:(?:azure|arm)?clientid|appid|application(?:client)?id|username)$/,
  scope: /^(?:scopes?|resource(?:url)?)$/,
  organization: /^(?:organization(?:nameorid|url)?|org|(?:azdo)?orgserviceurl)$/,
  apiVersion: /^apiversion$/,
  defaultProject: /^(?:default)?project(?:name)?$/,
  retryMode: /^retrymode$/,
  retryStatusCodeList: /^retrystatuscodelist$/,
  retryCountMax: /^retrycountmax$/,
  retryMultiplyWaitTime: /^retrymultiplywaittime$/,
}
const settings = Object.keys(names) as Setting[]

const certificate =
  /^(?:certificate|(?:certificate)?thumbprint|azreposserviceprincipalcertificatethumbprint|gcmazreposspcertthumbprint)$/
/** Git Credential Manager has both IDs in one value. */
const tenantAndClient = /^(?:gcm)?azreposserviceprincipal$/
const address = /^ur[il]$/
/** Known, and nothing that a connection keeps: where a file is, how a request is made, which provider is used. */
const passedOver =
  /certificatepath$|^(?:granttype|clientassertiontype|clientassertion|source|version|azureauthorityhost)$/

/** The short options of `az login`. */
const shortOptions: Readonly<Record<string, string>> = { '-u': 'username', '-t': 'tenant', '-p': 'password' }

const plainName = ({ name, command }: Pair): string =>
  ((command === 'az login' && shortOptions[name]) || name).toLowerCase().replaceAll(/[^a-z0-9]/g, '')

type Found = readonly [setting: Setting | 'thumbprint', value: string]

function inAddress(value: string): Found[] {
  if (loginHosts.some((host) => value.startsWith(`https://${host}/`))) return [['tokenUrl', value]]
  const organization = organizationOf(value)
  const apiVersion = /[?&]api-version=([\w.-]+)/.exec(value)?.[1]
  return organization
    ? [['organization', organization], ...(apiVersion ? [['apiVersion', apiVersion] as const] : [])]
    : []
}

function inThumbprint(value: string): Found[] {
  const hex = value.replaceAll(/[\s:]/g, '').toUpperCase()
  return /^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(hex) ? [['thumbprint', hex]] : []
}

function inBothIds(value: string): Found[] {
  const [tenant = '', clientId = ''] = value.split('/')
  return [
    ['tokenUrl', tenant],
    ['clientId', clientId],
  ]
}

/** What a pair says of a connection; `undefined` where its name means nothing here. */
function foundIn(pair: Pair): readonly Found[] | undefined {
  const name = plainName(pair)
  if (tenantAndClient.test(name)) return inBothIds(pair.value)
  if (address.test(name)) return inAddress(pair.value)
  if (certificate.test(name)) return inThumbprint(pair.value)
  const setting = settings.find((one) => names[one].test(name))
  if (setting) return [[setting, pair.value]]
  return pair.command !== undefined || passedOver.test(name) ? [] : undefined
}

/** Before 2.67 `az login` took the file of a certificate as its password. */
const isFile = (value: string): boolean => /\.(?:pem|pfx|p12)$/i.test(value)

function secretIn(pair: Pair): SecretKind | undefined {
  if (pair.command === 'az login' && plainName(pair) === 'password') {
    return isFile(pair.value) ? undefined : secretNamed('clientSecret', pair.value)
  }
  return secretNamed(pair.name, pair.value)
}

/** As the form has it: what is not text there is turned into what it is. */
function typed(setting: Setting, value: string): unknown {
  if (setting === 'retryMultiplyWaitTime') return /^(?:true|yes|1)$/i.test(value)
  return setting === 'scope' ? (normaliseScope(value)?.value ?? value) : value
}

interface Gathered {
  readonly values: Map<string, unknown>
  readonly refused: { readonly label: string; readonly reason: string }[]
}

const twice = 'It was found with two different values; the first was taken.'

function take({ values, refused }: Gathered, setting: Setting, text: string): void {
  const label = connectionLabels[setting]
  const input = typed(setting, text)
  const { data, error } = connectionInput.shape[setting].safeParse(input)
  if (error) {
    refused.push({ label, reason: error.issues[0]?.message ?? '' })
    return
  }
  const value = Array.isArray(data) ? input : data
  if (values.has(setting) && values.get(setting) !== value) refused.push({ label, reason: twice })
  else values.set(setting, value)
}

const longestQuote = 60
const cut = (line: string): string => (line.length > longestQuote ? `${line.slice(0, longestQuote)} …` : line)

/**
 * Finds the settings of a connection in a connection string, in environment variables, in commands of the Azure CLI,
 * PowerShell, Git and curl, and in HCL, however they are mixed. Secrets are told by their kind and are not in the result.
 */
export function readSettings(pasted: string): PastedSettings {
  const { text, kinds } = withoutSecrets(pasted)
  const lines = readPairs(text)
  const pairs = lines.flatMap((line) => line.pairs ?? [])
  const secrets = new Set([...kinds, ...pairs.flatMap((pair) => secretIn(pair) ?? [])])
  const open = pairs.filter((pair) => secretIn(pair) === undefined)
  const found = open.flatMap((pair) => foundIn(pair) ?? [])
  const gathered: Gathered = { values: new Map(), refused: [] }
  for (const [setting, value] of found) if (setting !== 'thumbprint' && value !== '') take(gathered, setting, value)
  const thumbprint = found.find(([setting]) => setting === 'thumbprint')?.[1]
  const unread = lines.filter((line) => !line.pairs).map(({ line }) => cut(line))
  return {
    // Each value is what the schema of its own field gave or took.
    values: Object.fromEntries(gathered.values) as PastedSettings['values'],
    ...(thumbprint && { thumbprint }),
    refused: gathered.refused,
    unknown: [...unread, ...open.filter((pair) => !foundIn(pair)).map(({ name }) => name)],
    secrets: secretKinds.filter((kind) => secrets.has(kind)),
  }
}
