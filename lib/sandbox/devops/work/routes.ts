import 'server-only'
import { type Route, route } from '../protocol/route'
import {
  getBacklog,
  getBacklogConfiguration,
  getProcessConfiguration,
  listBacklogItems,
  listBacklogs,
} from './backlogs'
import {
  getBoard,
  getTaskboardColumns,
  listBoards,
  listColumnNames,
  listColumns,
  listRowNames,
  listRows,
} from './boards'
import { changeCapacity, getCapacity, listCapacities, replaceCapacities } from './capacities'
import { getIterationCapacities } from './capacity-totals'
import { changeDaysOff, getDaysOff } from './days-off'
import { listIterationWorkItems } from './iteration-work-items'
import { workResources } from './resources'
import { changeTeamAreas, getTeamAreas } from './team-areas'
import { addTeamIteration, getTeamIteration, listTeamIterations, removeTeamIteration } from './team-iterations'
import { changeTeamSettings, getTeamSettings } from './team-settings'

const { backlogConfiguration, backlogItems, backlogs, boardColumns, boardRows, boards, columns } = workResources
const { iterationCapacities, processConfiguration, rows, taskboardColumns } = workResources
const { teamSettings, iterations, teamFieldValues, capacities, teamDaysOff, workItems } = workResources

const settings = 'work/teamsettings'
const iteration = `${settings}/iterations/*`

export const workRoutes: readonly Route[] = [
  route('GET', teamSettings, settings, 'project or team', getTeamSettings),
  route('PATCH', teamSettings, settings, 'project or team', changeTeamSettings),
  route('GET', iterations, `${settings}/iterations`, 'project or team', listTeamIterations),
  route('POST', iterations, `${settings}/iterations`, 'project or team', addTeamIteration),
  route('GET', iterations, iteration, 'project or team', getTeamIteration),
  route('DELETE', iterations, iteration, 'project or team', removeTeamIteration),
  route('GET', teamFieldValues, `${settings}/teamfieldvalues`, 'project or team', getTeamAreas),
  route('PATCH', teamFieldValues, `${settings}/teamfieldvalues`, 'project or team', changeTeamAreas),
  route('GET', capacities, `${iteration}/capacities`, 'project or team', listCapacities),
  route('PUT', capacities, `${iteration}/capacities`, 'project or team', replaceCapacities),
  route('GET', capacities, `${iteration}/capacities/*`, 'project or team', getCapacity),
  route('PATCH', capacities, `${iteration}/capacities/*`, 'project or team', changeCapacity),
  route('GET', teamDaysOff, `${iteration}/teamdaysoff`, 'project or team', getDaysOff),
  route('PATCH', teamDaysOff, `${iteration}/teamdaysoff`, 'project or team', changeDaysOff),
  route('GET', backlogs, 'work/backlogs', 'project or team', listBacklogs),
  route('GET', backlogs, 'work/backlogs/*', 'project or team', getBacklog),
  route('GET', backlogItems, 'work/backlogs/*/workitems', 'project or team', listBacklogItems),
  route('GET', backlogConfiguration, 'work/backlogconfiguration', 'project or team', getBacklogConfiguration),
  route('GET', boards, 'work/boards', 'project or team', listBoards),
  route('GET', boards, 'work/boards/*', 'project or team', getBoard),
  route('GET', columns, 'work/boards/*/columns', 'project or team', listColumns),
  route('GET', rows, 'work/boards/*/rows', 'project or team', listRows),
  route('GET', boardColumns, 'work/boardcolumns', 'project', listColumnNames),
  route('GET', boardRows, 'work/boardrows', 'project', listRowNames),
  route('GET', taskboardColumns, 'work/taskboardcolumns', 'project or team', getTaskboardColumns),
  route('GET', iterationCapacities, 'work/iterations/*/iterationcapacities', 'project', getIterationCapacities),
  route('GET', processConfiguration, 'work/processconfiguration', 'project', getProcessConfiguration),
  route('GET', workItems, `${iteration}/workitems`, 'project or team', listIterationWorkItems),
]
