import 'server-only'
import { type Answer, answer, answerList } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Service } from '../protocol/hosts'
import type { Resource } from '../protocol/resource'
import { isOn, type Route } from '../protocol/route'
import { identityIdOf, subjectDescriptorOf } from '../store/members/ids'
import { resourceAreas } from './resource-areas'

/** The service's ID of itself, and that of the machines it runs on. */
const serviceOwner = '00025394-6065-48ca-87d9-7f5672854ef7'
const deploymentId = '371dc223-5e58-9481-da2c-e75ac4f20939'

/** For a service principal the shape is as for a user; its descriptor names tenant and object ID. */
export function getConnectionData({ store, caller }: Call): Answer {
  const id = identityIdOf(caller.objectId)
  const identity = {
    id,
    descriptor: `Microsoft.VisualStudio.Services.Claims.AadServicePrincipal;${store.tenantId}\\${caller.objectId}`,
    subjectDescriptor: subjectDescriptorOf('aadsp', id),
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
