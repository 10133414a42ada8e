import 'server-only'
import type { Project, Team, World } from '../../seed/model'
import { createRandom, type Random } from '../../seed/random'
import { projectIdUnknown, projectNameUnknown, teamUnknown } from '../core/errors'
import { type Attachments, createAttachments } from './attachments'
import { createMembers, type Members } from './members/members'
import type { Tenant } from './members/tenant'
import { createWorkItems, type WorkItems } from './work-items'

/** The organization behind the API. */
export interface Store {
  readonly organization: string
  readonly tenantId: string
  readonly world: World
  /** Under which the organization writes its own addresses, however it was reached; no slash at its end. */
  readonly url: string
  findProject(nameOrId: string): Project
  findTeam(project: Project, nameOrId: string): Team
  readonly members: Members
  readonly workItems: WorkItems
  readonly attachments: Attachments
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Things are found by name or GUID, whatever the case. */
function named<T extends { readonly id: string; readonly name: string }>(list: readonly T[], key: string) {
  const wanted = key.toLowerCase()
  return list.find(({ id, name }) => name.toLowerCase() === wanted || id === wanted)
}

/** GUIDs of what is made later follow from the world too. */
const randomOf = ({ id }: World): Random => createRandom(Number.parseInt(id.slice(0, 8), 16))

interface StoreOptions {
  readonly organization: string
  readonly tenant: Tenant
  readonly world: World
  readonly now: Date
}

export function createStore({ organization, tenant, world, now }: StoreOptions): Store {
  return {
    organization,
    tenantId: tenant.id,
    world,
    members: createMembers(world, tenant, now.getTime()),
    workItems: createWorkItems(world.workItems),
    attachments: createAttachments(randomOf(world)),
    url: `https://dev.azure.com/${organization}`,
    findProject(nameOrId) {
      const project = named(world.projects, nameOrId)
      if (!project) throw guid.test(nameOrId) ? projectIdUnknown(nameOrId) : projectNameUnknown(nameOrId)
      return project
    },
    findTeam(project, nameOrId) {
      const team = named(project.teams, nameOrId)
      if (!team) throw teamUnknown(nameOrId)
      return team
    },
  }
}
