import 'server-only'
import { createHash } from 'node:crypto'
import { type Answer, answer, answerList } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Service } from '../protocol/hosts'
import type { Resource } from '../protocol/resource'
import { isOn, type Route } from '../protocol/route'
import { resourceAreas } from './resource-areas'

/** The service's ID of itself, and that of the machines it runs on. */
const serviceOwner = '00025394-6065-48ca-87d9-7f5672854ef7'
const deploymentId = '371dc223-5e58-9481-da2c-e75ac4f20939'

/** An identity's ID in the organization is neither the client ID nor the object ID; its version digit is 6. */
export function identityIdOf(objectId: string): string {
  const hex = createHash('sha256').update(objectId).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-6${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** For a service principal the shape is as for a user; its descriptor names tenant and object ID. */
export function getConnectionData({ store, caller }: Call): Answer {
  const id = identityIdOf(caller.objectId)
  const subject = Buffer.from(`${id.slice(0, 14)}7${id.slice(15)}`)
    .toString('base64')
    .replace(/=+$/, '')
  const identity = {
    id,
    descriptor: `Microsoft.VisualStudio.Services.Claims.AadServicePrincipal;${store.tenantId}\\${caller.objectId}`,
    subjectDescriptor: `aadsp.${subject}`,
    providerDisplayName: caller.displayName,
    isActive: true,
    properties: { Account: { $type: 'System.String', $value: caller.objectId } },
    resourceVersion: 2,
    metaTypeId: 0,
  }
  return answer({
    authenticatedUser: identity,
    authorizedUser: identity,
    instanceId: store.world.id,
    deploymentId,
    deploymentType: 'hosted',
    locationServiceData: {
      serviceOwner,
      defaultAccessMappingMoniker: 'PublicAccessMapping',
      lastChangeId: 424_239_147,
      lastChangeId64: 424_239_147,
    },
  })
}

/** Locations are told as the caller spells them, so that a client that follows them comes back here. */
export function getResourceAreas({ parameters: [id], urlOn }: Call): Answer {
  const areas = resourceAreas.map((area) => ({
    id: area.id,
    name: area.name,
    locationUrl: `${urlOn(area.service ?? 'dev.azure.com')}/`,
  }))
  if (id === undefined) return answerList(areas)
  const area = areas.find((one) => one.id === id.toLowerCase())
  if (!area) throw argumentRefused(`The resource area ${id} does not exist.`)
  return answer(area)
}

const row = ({ service, ...told }: Resource) => told

/** What `OPTIONS _apis[/{area}]` tells: the resources that the sandbox has on that service. */
export function listResources(
  routes: readonly Route[],
  service: Service | undefined,
  area: string | undefined,
): Answer {
  const all = new Set(routes.flatMap(({ resource }) => resource ?? []))
  const value = [...all]
    .filter((resource) => isOn(service, resource.service))
    .filter((resource) => area === undefined || resource.area.toLowerCase() === area.toLowerCase())
  return answer({ value: value.map(row), count: value.length })
}
