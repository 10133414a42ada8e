import 'server-only'
import { type Answer, answer } from '../protocol/answer'
import { type Call, projectOf } from '../protocol/call'
import { widgetTypeUnknown } from './errors'

const web = 'ms.vss-dashboards-web.Microsoft.VisualStudioOnline.Dashboards'

/** What a dashboard may show. */
export interface WidgetType {
  readonly contributionId: string
  readonly name: string
  readonly description: string
  readonly columns: number
  readonly rows: number
  /** Whether somebody has to say what it is to show. */
  readonly isConfigurable: boolean
}

const type = (id: string, name: string, description: string, size: string, isConfigurable: boolean): WidgetType => {
  const [columns = 1, rows = 1] = size.split('x').map(Number)
  return { contributionId: id, name, description, columns, rows, isConfigurable }
}

/** Some of those that the service has; identifiers as in Microsoft's examples, descriptions our own. */
export const widgetTypes = {
  members: type(`${web}.TeamMembersWidget`, 'Team Members', 'Who is in the team.', '2x1', false),
  newWorkItem: type(`${web}.NewWorkItemWidget`, 'New Work Item', 'A form for a new work item.', '2x1', true),
  count: type(`${web}.QueryScalarWidget`, 'Query Tile', 'How many work items a shared query finds.', '1x1', true),
  list: type(
    'ms.vss-mywork-web.Microsoft.VisualStudioOnline.MyWork.WitViewWidget',
    'Query Results',
    'The work items that a shared query finds.',
    '3x2',
    true,
  ),
  burndown: type(`${web}.SprintBurndownWidget`, 'Sprint Burndown', 'What is left of the sprint.', '2x1', false),
  markdown: type(`${web}.MarkdownWidget`, 'Markdown', 'A text.', '2x1', true),
} as const

/** What it is known by, which is what stands in its identifier behind the name of the extension. */
const typeIdOf = ({ contributionId }: WidgetType): string => contributionId.slice(contributionId.indexOf('.', 3) + 1)

function shown(one: WidgetType) {
  const configuration = one.isConfigurable ? { configurationContributionId: `${one.contributionId}.Configuration` } : {}
  return {
    allowedSizes: [{ rowSpan: one.rows, columnSpan: one.columns }],
    analyticsServiceRequired: false,
    configurationRequired: one.isConfigurable,
    ...configuration,
    contributionId: one.contributionId,
    description: one.description,
    isEnabled: true,
    isNameConfigurable: true,
    isVisibleFromCatalog: true,
    name: one.name,
    publisherName: 'Microsoft',
    supportedScopes: ['project_Team'],
    typeId: typeIdOf(one),
  }
}

const uriOf = (call: Call, path = ''): string =>
  `${call.store.url}/${projectOf(call).id}/_apis/Dashboard/WidgetTypes${path}`

export function listWidgetTypes(call: Call): Answer {
  const isOfTeams = ['project_team', '1'].includes((call.query.get('$scope') ?? '').toLowerCase())
  const all = isOfTeams ? Object.values(widgetTypes) : []
  return answer({ uri: uriOf(call), widgetTypes: all.map(shown) })
}

/** @throws 404 */
export function getWidgetType(call: Call): Answer {
  const wanted = call.parameters[0] ?? ''
  const found = Object.values(widgetTypes).find(
    ({ contributionId }) => contributionId.toLowerCase() === wanted.toLowerCase(),
  )
  if (!found) throw widgetTypeUnknown(wanted)
  return answer({ uri: uriOf(call, `/${found.contributionId}`), widgetMetadata: shown(found) })
}
