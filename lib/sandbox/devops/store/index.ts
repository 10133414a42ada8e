import 'server-only'
import { createDelivery } from '../../seed/delivery'
import type { Delivery } from '../../seed/delivery/model'
import type { Project, Team, World } from '../../seed/model'
import { createRandom, guid, type Random } from '../../seed/random'
import { type AccessControl, createAccessControl } from './access-control'
import { type Attachments, createAttachments } from './attachments'
import { type Comments, createComments } from './comments'
import { createMembers, type Members } from './members/members'
import type { Tenant } from './members/tenant'
import { createOperations, type Operations } from './operations'
import { placedWorkItems } from './placed-work-items'
import { createPlacement, type Placement } from './placement'
import { createProjects, type Projects } from './projects'
import { createSavedQueries, type SavedQueries } from './queries'
import { createReactions, type Reactions } from './reactions'
import { createTags, type Tags } from './tags'
import { createTeamSettings, type SettingsOfTeams } from './team-settings'
import { createTemporaryQueries, type TemporaryQueries } from './temporary-queries'
import { createWorkItems, type WorkItems } from './work-items'

/** The organization behind the API. */
export interface Store {
  readonly organization: string
  readonly tenantId: string
  /** The organization as it is now: its projects change, the seed does not. */
  readonly world: World
  readonly projects: Projects
  readonly placement: Placement
  readonly teamSettings: SettingsOfTeams
  readonly queries: SavedQueries
  readonly temporaryQueries: TemporaryQueries
  readonly operations: Operations
  newGuid(): string
  /** Under which the organization writes its own addresses, however it was reached; no slash at its end. */
  readonly url: string
  findProject(nameOrId: string): Project
  findTeam(project: Project, nameOrId: string): Team
  readonly members: Members
  /** Repositories, pull requests, builds and test runs; made when first asked for. */
  readonly delivery: () => Delivery
  readonly accessControl: AccessControl
  readonly workItems: WorkItems
  readonly comments: Comments
  readonly reactions: Reactions
  readonly tags: Tags
  readonly attachments: Attachments
}

/** GUIDs of what is made later follow from the world too. */
const randomOf = ({ id }: World): Random => createRandom(Number.parseInt(id.slice(0, 8), 16))

interface StoreOptions {
  readonly organization: string
  readonly tenant: Tenant
  readonly world: World
  readonly now: Date
}

export function createStore({ organization, tenant, world: seeded, now }: StoreOptions): Store {
  const projects = createProjects(seeded.projects)
  const placement = createPlacement(projects)
  const random = randomOf(seeded)
  const world: World = {
    ...seeded,
    get projects() {
      return projects.all()
    },
  }
  const workItems = placedWorkItems(createWorkItems(world.workItems), placement)
  return {
    organization,
    tenantId: tenant.id,
    world,
    projects,
    placement,
    teamSettings: createTeamSettings(seeded.projects),
    queries: createSavedQueries(),
    temporaryQueries: createTemporaryQueries(() => guid(random)),
    newGuid: () => guid(random),
    operations: createOperations(() => guid(random)),
    accessControl: createAccessControl(),
    delivery: createDelivery(seeded, now),
    members: createMembers(world, tenant, now.getTime()),
    workItems,
    comments: createComments(workItems),
    reactions: createReactions(),
    tags: createTags(world.workItems, workItems),
    attachments: createAttachments(randomOf(world)),
    url: `https://dev.azure.com/${organization}`,
    findProject: projects.find,
    findTeam: projects.findTeam,
  }
}
