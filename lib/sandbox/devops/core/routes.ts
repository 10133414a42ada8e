import 'server-only'
import { type Route, route } from '../protocol/route'
import { getOperation } from './operations'
import { getProcess, listProcesses } from './processes'
import { changeProject, createProject, deleteProject } from './project-changes'
import { getProject, listProjectHistory, listProjects } from './projects'
import { listProperties } from './properties'
import { coreResources } from './resources'
import {
  changeTeam,
  createTeam,
  deleteTeam,
  getTeam,
  listAllTeams,
  listTeamMembers,
  listTeams,
  listTeamsByCategory,
} from './teams'

const { allTeams, categorizedTeams, members, operations, processes, projectHistory, projects, properties, teams } =
  coreResources

export const coreRoutes: readonly Route[] = [
  route('GET', projects, 'projects', 'organization', listProjects),
  route('GET', projects, 'projects/*', 'organization', getProject),
  route('POST', projects, 'projects', 'organization', createProject),
  route('PATCH', projects, 'projects/*', 'organization', changeProject),
  route('DELETE', projects, 'projects/*', 'organization', deleteProject),
  route('GET', projectHistory, 'projecthistory', 'organization', listProjectHistory),
  route('GET', properties, 'projects/*/properties', 'organization', listProperties),
  route('GET', processes, 'process/processes', 'organization', listProcesses),
  route('GET', processes, 'process/processes/*', 'organization', getProcess),
  route('GET', operations, 'operations/*', 'organization', getOperation),
  route('GET', allTeams, 'teams', 'organization', listAllTeams),
  route('GET', categorizedTeams, 'projects/*/categorizedteams', 'organization', listTeamsByCategory),
  route('GET', teams, 'projects/*/teams', 'organization', listTeams),
  route('POST', teams, 'projects/*/teams', 'organization', createTeam),
  route('GET', teams, 'projects/*/teams/*', 'organization', getTeam),
  route('PATCH', teams, 'projects/*/teams/*', 'organization', changeTeam),
  route('DELETE', teams, 'projects/*/teams/*', 'organization', deleteTeam),
  route('GET', members, 'projects/*/teams/*/members', 'organization', listTeamMembers),
]
