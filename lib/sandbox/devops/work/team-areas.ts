import 'server-only'
import { type Answer, answer } from '../protocol/answer'
import { bodyOf, type Call, membersOf } from '../protocol/call'
import type { TeamArea } from '../store/team-settings'
import { nodeUrl } from '../wit/nodes/node-json'
import { defaultAreaMissing, teamAreaInvalid } from './errors'
import { settingsLink, settingsUrl, type TeamContext, teamContext, teamLinks } from './team-context'

const field = 'System.AreaPath'

/** The areas of a team that are still there, each with its path. */
export const areasOf = ({ project, settings }: TeamContext) =>
  settings.areas.flatMap(({ id, includeChildren }) => {
    const area = project.areas.find((node) => node.id === id)
    return area ? [{ path: area.path, includeChildren }] : []
  })

function shown(context: TeamContext) {
  const { store, project, settings } = context
  const url = `${settingsUrl(context)}/teamfieldvalues`
  const nodes = nodeUrl({ store, project, structure: 'areas' }, project.areas[0].path)
  return {
    field: { referenceName: field, url: `${store.url}/_apis/wit/fields/${field}` },
    defaultValue: project.areas.find(({ id }) => id === settings.defaultArea)?.path ?? null,
    values: areasOf(context).map(({ path, includeChildren }) => ({ value: path, includeChildren })),
    url,
    _links: {
      ...teamLinks(context, url),
      ...settingsLink(context),
      areaPathClassificationNodes: { href: nodes },
    },
  }
}

export const getTeamAreas = (call: Call): Answer => answer(shown(teamContext(call)))

/** An area by its path, which may begin with a backslash. */
function areaId({ project }: TeamContext, value: unknown): number {
  const path = String(value).replace(/^\\+|\\+$/g, '')
  const area = project.areas.find((node) => node.path.toLowerCase() === path.toLowerCase())
  if (!area) throw teamAreaInvalid(String(value))
  return area.id
}

function areasIn(context: TeamContext, values: unknown): TeamArea[] {
  const given = Array.isArray(values) ? values.map(membersOf) : []
  return given.map(({ value, includeChildren }) => ({
    id: areaId(context, value),
    includeChildren: includeChildren === true,
  }))
}

/** `PATCH`: the complete list, and always with the default. */
export async function changeTeamAreas(call: Call): Promise<Answer> {
  const context = teamContext(call)
  const { store, project, team } = context
  const { defaultValue, values } = await bodyOf(call.request)
  if (defaultValue === undefined || defaultValue === null) throw defaultAreaMissing()
  const changes = { defaultArea: areaId(context, defaultValue), areas: areasIn(context, values) }
  return answer(shown({ ...context, settings: store.teamSettings.change(project, team, changes) }))
}
