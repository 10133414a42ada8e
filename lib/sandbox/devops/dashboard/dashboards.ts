import 'server-only'
import type { Team } from '../../seed/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, projectOf } from '../protocol/call'
import { guidOf } from '../store/members/ids'
import { libraryOf } from '../wit/queries/read-queries'
import { dashboardUnknown, widgetUnknown } from './errors'
import { type WidgetType, widgetTypes } from './widget-types'

interface Widget {
  readonly id: string
  readonly type: WidgetType
  readonly name: string
  readonly row: number
  readonly column: number
  /** JSON or text, as its kind reads it. */
  readonly settings: string | null
}

interface Dashboard {
  readonly id: string
  readonly team: Team
  readonly widgets: readonly Widget[]
}

/** Every team has the one that it was made with. */
function dashboardOf(call: Call, team: Team): Dashboard {
  const id = guidOf(`dashboard of ${team.id}`)
  return { id, team, widgets: seededWidgets(call, id) }
}

/** What it shows is what the project's shared queries find. */
function seededWidgets(call: Call, dashboardId: string): Widget[] {
  const [shared] = libraryOf(call).queries.filter(({ wiql, owner }) => wiql !== undefined && owner === undefined)
  const query = shared && { queryId: shared.id, queryName: shared.name }
  const widget = (place: string, type: WidgetType, name: string, settings: object | null = null): Widget => {
    const [column = 1, row = 1] = place.split(',').map(Number)
    const id = guidOf(`widget ${type.contributionId} of ${dashboardId}`)
    return { id, type, name, row, column, settings: settings && JSON.stringify(settings) }
  }
  return [
    widget('1,1', widgetTypes.burndown, 'Sprint Burndown'),
    ...(query ? [widget('3,1', widgetTypes.list, query.queryName, { query })] : []),
    widget('6,1', widgetTypes.members, 'Team Members'),
    ...(query ? [widget('6,2', widgetTypes.count, query.queryName, query)] : []),
  ]
}

/** Those of the team in the address, else of all the teams of the project. */
const dashboardsIn = (call: Call): Dashboard[] =>
  (call.team ? [call.team] : projectOf(call).teams).map((team) => dashboardOf(call, team))

/** @throws 404 */
function dashboardIn(call: Call): Dashboard {
  const wanted = call.parameters[0] ?? ''
  const dashboard = dashboardsIn(call).find(({ id }) => id === wanted.toLowerCase())
  if (!dashboard) throw dashboardUnknown(wanted)
  return dashboard
}

const allUrl = (call: Call, { team }: Dashboard): string =>
  `${call.store.url}/${projectOf(call).id}/${team.id}/_apis/Dashboard/Dashboards`

const urlOf = (call: Call, dashboard: Dashboard): string => `${allUrl(call, dashboard)}/${dashboard.id}`

const href = (address: string) => ({ href: address })

function shown(call: Call, dashboard: Dashboard) {
  const url = urlOf(call, dashboard)
  return {
    id: dashboard.id,
    name: `${dashboard.team.name} - Overview`,
    description: '',
    refreshInterval: 0,
    position: 1,
    eTag: '1',
    groupId: dashboard.team.id,
    ownerId: dashboard.team.id,
    dashboardScope: 'project_Team',
    url,
    _links: { self: href(url), group: href(allUrl(call, dashboard)) },
  }
}

function shownWidget(call: Call, dashboard: Dashboard, { id, type, name, row, column, settings }: Widget) {
  const group = `${urlOf(call, dashboard)}/Widgets`
  const url = `${group}/${id}`
  const configuration = `${type.contributionId}.Configuration`
  return {
    id,
    eTag: '1',
    name,
    position: { row, column },
    size: { rowSpan: type.rows, columnSpan: type.columns },
    settings,
    settingsVersion: { major: 1, minor: 0, patch: 0 },
    url,
    _links: { self: href(url), group: href(group), dashboard: href(urlOf(call, dashboard)) },
    contributionId: type.contributionId,
    ...(type.isConfigurable ? { configurationContributionId: configuration } : {}),
  }
}

export const listDashboards = (call: Call): Answer => answerList(dashboardsIn(call).map((one) => shown(call, one)))

/** With its widgets, which a list does not have. */
export function getDashboard(call: Call): Answer {
  const dashboard = dashboardIn(call)
  const widgets = dashboard.widgets.map((widget) => shownWidget(call, dashboard, widget))
  const { _links, ...about } = shown(call, dashboard)
  return answer({ ...about, widgets, _links: { ..._links, widget: widgets.map(({ url }) => href(url)) } })
}

export function listWidgets(call: Call): Answer {
  const dashboard = dashboardIn(call)
  return answerList(dashboard.widgets.map((widget) => shownWidget(call, dashboard, widget)))
}

/** @throws 404 */
export function getWidget(call: Call): Answer {
  const dashboard = dashboardIn(call)
  const wanted = call.parameters[1] ?? ''
  const widget = dashboard.widgets.find(({ id }) => id === wanted.toLowerCase())
  if (!widget) throw widgetUnknown(wanted)
  return answer(shownWidget(call, dashboard, widget))
}
