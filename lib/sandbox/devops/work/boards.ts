import 'server-only'
import type { State, WorkItemType } from '../../seed/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { guidOf } from '../store/members/ids'
import { type BacklogLevel, backlogLevels, findLevel } from './backlog-levels'
import { boardUnknown } from './errors'
import { type TeamContext, teamContext, teamLinks } from './team-context'

/** A level above tasks whose items move through columns. */
interface Board {
  readonly id: string
  readonly level: BacklogLevel
  readonly url: string
}

function boardsOf(context: TeamContext): Board[] {
  const { store, project, team } = context
  const levels = backlogLevels(context).filter(({ type, isHidden }) => type !== 'task' && !isHidden)
  return levels.map((level) => {
    const id = guidOf(`board ${level.id} of ${team.id}`)
    return { id, level, url: `${store.url}/${project.id}/${team.id}/_apis/work/boards/${id}` }
  })
}

/** By ID or by the name of its backlog. @throws 404 */
function boardIn(call: Call): Board & { readonly context: TeamContext } {
  const context = teamContext(call)
  const wanted = call.parameters[0] ?? ''
  const board = boardsOf(context).find(
    ({ id, level }) => id === wanted.toLowerCase() || level.name.toLowerCase() === wanted.toLowerCase(),
  )
  if (!board) throw boardUnknown(wanted)
  return { ...board, context }
}

const reference = ({ id, url, level }: Board) => ({ id, url, name: level.name })

export const listBoards = (call: Call): Answer => answerList(boardsOf(teamContext(call)).map(reference))

type ColumnType = 'incoming' | 'inProgress' | 'outgoing'

function columnType(state: State, { states: [initial] }: WorkItemType): ColumnType {
  if (state.name === initial.name) return 'incoming'
  return state.category === 'Completed' ? 'outgoing' : 'inProgress'
}

/** Where another type stands when the first one is in a state: in that of the same name, else of the same category. */
const counterpart = ({ states }: WorkItemType, state: State): State | undefined =>
  states.find(({ name }) => name === state.name) ?? states.find(({ category }) => category === state.category)

function stateMappings({ types }: BacklogLevel, state: State): Record<string, string> {
  const mapped = types.map((type) => [type.name, counterpart(type, state)?.name] as const)
  return Object.fromEntries(mapped.flatMap(([type, name]) => (name === undefined ? [] : [[type, name]])))
}

const usualLimit = 5

/** One for each state of the level's first type that is not a removal. */
function columnsOf({ id, level }: Board) {
  const [first] = level.types
  return first.states
    .filter(({ category }) => category !== 'Removed')
    .map((state) => {
      const type = columnType(state, first)
      const inner = type === 'inProgress' ? { isSplit: false, description: '' } : {}
      return {
        id: guidOf(`column ${state.name} of ${id}`),
        name: state.name,
        itemLimit: type === 'inProgress' ? usualLimit : 0,
        stateMappings: stateMappings(level, state),
        ...inner,
        columnType: type,
      }
    })
}

/** The row that cannot be removed has no name. */
const rows = [{ id: '00000000-0000-0000-0000-000000000000', name: null }]

/** Which states may stand for which kind of column. */
function allowedMappings({ types }: BacklogLevel) {
  const of = (wanted: ColumnType) =>
    Object.fromEntries(
      types.map((type) => {
        const states = type.states.filter((state) => state.category !== 'Removed' && columnType(state, type) === wanted)
        return [type.name, states.map(({ name }) => name)]
      }),
    )
  return { Incoming: of('incoming'), InProgress: of('inProgress'), Outgoing: of('outgoing') }
}

function fieldsOf({ id }: Board, { store }: TeamContext) {
  const extension = `WEF_${id.replaceAll('-', '').toUpperCase()}_Kanban`
  const field = (name: string) => {
    const referenceName = `${extension}.${name}`
    return { referenceName, url: `${store.url}/_apis/wit/fields/${referenceName}` }
  }
  return { columnField: field('Column'), rowField: field('Lane'), doneField: field('Column.Done') }
}

export function getBoard(call: Call): Answer {
  const board = boardIn(call)
  const { context, level, url } = board
  return answer({
    ...reference(board),
    revision: 0,
    columns: columnsOf(board),
    rows,
    isValid: true,
    allowedMappings: allowedMappings(level),
    canEdit: true,
    fields: fieldsOf(board, context),
    _links: {
      ...teamLinks(context, url),
      charts: { href: `${url}/charts` },
      columns: { href: `${url}/columns` },
      rows: { href: `${url}/rows` },
    },
  })
}

export const listColumns = (call: Call): Answer => answerList(columnsOf(boardIn(call)))

export function listRows(call: Call): Answer {
  boardIn(call)
  return answerList(rows)
}

/** The names of columns that any board of the project has. */
export function listColumnNames(call: Call): Answer {
  const names = boardsOf(teamContext(call)).flatMap((board) => columnsOf(board).map(({ name }) => name))
  return answerList([...new Set(names)].toSorted().map((name) => ({ name })))
}

/** Nobody has made rows that have names. */
export const listRowNames = (): Answer => answerList([])

/** The columns of the board on which an iteration's tasks move: one for each state of a task. */
export function getTaskboardColumns(call: Call): Answer {
  const context = teamContext(call)
  const { types } = findLevel(context, 'Microsoft.TaskCategory')
  const states = types[0].states.filter(({ category }) => category !== 'Removed')
  const columns = states.map((state, order) => ({
    id: guidOf(`taskboard column ${state.name} of ${context.team.id}`),
    name: state.name,
    order,
    mappings: types.flatMap((type) => {
      const mapped = counterpart(type, state)
      return mapped ? [{ workItemType: type.name, state: mapped.name }] : []
    }),
  }))
  return answer({ columns, isCustomized: false, isValid: true, validationMesssage: null })
}
