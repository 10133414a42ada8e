import 'server-only'

/** Azure DevOps is several services, each on a host of its own. An organization is the first part of the path there. */
const services = [
  'dev.azure.com',
  'vssps.dev.azure.com',
  'vsaex.dev.azure.com',
  'analytics.dev.azure.com',
  'almsearch.dev.azure.com',
  'vstmr.dev.azure.com',
] as const

export type Service = (typeof services)[number]

const legacyHost = /^([a-z0-9][a-z0-9-]*)\.(?:([a-z]+)\.)?visualstudio\.com$/

export interface Host {
  readonly service: Service
  /** Given where the host itself names the organization, as in `contoso.vssps.visualstudio.com`. */
  readonly organization?: string
}

/** Which service a host name stands for, in its present or its legacy spelling; undefined for any other name. */
export function parseHost(hostname: string): Host | undefined {
  const name = hostname.toLowerCase()
  const [, organization, prefix] = legacyHost.exec(name) ?? []
  const present = organization === undefined ? name : `${prefix === undefined ? '' : `${prefix}.`}dev.azure.com`
  const service = services.find((one) => one === present)
  return service && (organization === undefined ? { service } : { service, organization })
}

/** The legacy spelling of a service of an organization. */
export const legacyHostOf = (organization: string, service: Service): string =>
  `${organization}.${service.replace('dev.azure.com', 'visualstudio.com')}`
