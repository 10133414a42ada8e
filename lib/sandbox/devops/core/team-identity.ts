import 'server-only'
import type { Project, Team } from '../../seed/model'
import { groupName } from '../graph/subject-json'
import type { Store } from '../store/index'

const text = (value: string) => ({ $type: 'System.String', $value: value })

const propertiesOf = ({ name, description }: Team, project: Project, { world }: Store) => ({
  'Microsoft.TeamFoundation.Team': { $type: 'System.Boolean', $value: true },
  SchemaClassName: text('Group'),
  Description: text(description),
  Domain: text(`vstfs:///Classification/TeamProject/${project.id}`),
  Account: text(name),
  SecurityGroup: text('SecurityGroup'),
  SpecialType: text('Generic'),
  ScopeType: text('TeamProject'),
  LocalScopeId: text(project.id),
  SecuringHostId: text(world.id),
  ScopeName: text(project.name),
  VirtualPlugin: text(''),
})

/** The group behind a team, as it comes with a team that has just been written. */
export function teamIdentity(team: Team, project: Project, store: Store) {
  const group = store.members.findById(team.id)
  if (group?.kind !== 'group') return undefined
  return {
    id: team.id,
    descriptor: `Microsoft.TeamFoundation.Identity;${group.sid}`,
    subjectDescriptor: group.descriptor,
    providerDisplayName: groupName(group, store),
    isActive: true,
    isContainer: true,
    members: [],
    memberOf: [],
    masterId: team.id,
    properties: propertiesOf(team, project, store),
    resourceVersion: 2,
    metaTypeId: 255,
  }
}
