import 'server-only'
import type { Macro } from '#lib/platform/wiql/index'
import type { Project, Team } from '../../../../seed/model'
import type { TeamContext } from '../../../work/team-context'
import { queryRefused } from '../../errors'
import type { Context } from '../context'

/** `[Project]\Team`, behind which the portal writes the team's ID. */
const literal = /^\s*\[(?<project>[^\]]+)\]\\(?<team>[^<>]+?)\s*(?:<id:(?<id>[^>]*)>)?\s*$/

/** As the macros' errors name them. */
const spellings: Readonly<Record<string, string>> = { currentiteration: '@CurrentIteration', teamareas: '@TeamAreas' }

/** The service really answers 500 here. */
const withoutTeam = ({ name }: Macro) =>
  queryRefused(`VS402612: The macro '${spellings[name]}' is not supported without a team context.`, 500)

/** The end of the sentence is as reported. */
const badTeam = (given: string) =>
  queryRefused(`VS402612: The team identifier '${given}' is not of the form '[project]\\team'.`, 500)

/**
 * The team that a macro means: the one it names, else that of the address, else the default team of the project. A
 * team of another project than that of the address means nothing.
 * @throws 500 VS402612 without a team, 404 for one that does not exist
 */
export function teamOf({ store, project, team, now }: Context, macro: Macro): TeamContext | undefined {
  const contextOf = (owner: Project, of: Team): TeamContext => ({
    store,
    project: owner,
    team: of,
    settings: store.teamSettings.of(owner, of),
    now: new Date(now),
  })
  const [given] = macro.arguments
  if (given === undefined) {
    if (!project) throw withoutTeam(macro)
    return contextOf(project, team ?? project.teams[0])
  }
  const named = literal.exec(given)?.groups
  if (!named) throw badTeam(given)
  const owner = store.findProject(named.project ?? '')
  const byId = owner.teams.find(({ id }) => id === named.id?.toLowerCase())
  const found = contextOf(owner, byId ?? store.findTeam(owner, named.team ?? ''))
  return project && project.id !== owner.id ? undefined : found
}
