import 'server-only'
import { type Route, route } from '../protocol/route'
import { getProject, listProjects } from './projects'
import { coreResources } from './resources'
import { changeTeam, createTeam, deleteTeam, getTeam, listAllTeams, listTeamMembers, listTeams } from './teams'

const { allTeams, members, projects, teams } = coreResources

export const coreRoutes: readonly Route[] = [
  route('GET', projects, 'projects', 'organization', listProjects),
  route('GET', projects, 'projects/*', 'organization', getProject),
  route('GET', allTeams, 'teams', 'organization', listAllTeams),
  route('GET', teams, 'projects/*/teams', 'organization', listTeams),
  route('POST', teams, 'projects/*/teams', 'organization', createTeam),
  route('GET', teams, 'projects/*/teams/*', 'organization', getTeam),
  route('PATCH', teams, 'projects/*/teams/*', 'organization', changeTeam),
  route('DELETE', teams, 'projects/*/teams/*', 'organization', deleteTeam),
  route('GET', members, 'projects/*/teams/*/members', 'organization', listTeamMembers),
]
