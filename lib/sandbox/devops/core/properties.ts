import 'server-only'
import type { Project } from '../../seed/model'
import { type Answer, answerList } from '../protocol/answer'
import type { Call } from '../protocol/call'

const propertiesOf = ({ process, teams }: Project): Readonly<Record<string, string>> => ({
  'System.CurrentProcessTemplateId': process.id,
  'System.OriginalProcessTemplateId': process.id,
  'System.ProcessTemplateType': process.id,
  'System.Process Template': process.name,
  'System.Microsoft.TeamFoundation.Team.Default': teams[0].id,
  'System.SourceControlCapabilityFlags': '2',
  'System.SourceControlGitEnabled': 'True',
  'System.SourceControlGitPermissionsInitialized': 'True',
})

/** A key may have stars for any text. */
function keyTest(key: string): (name: string) => boolean {
  const pieces = key.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  const form = new RegExp(`^${pieces.join('.*')}$`, 'i')
  return (name) => form.test(name)
}

/** All properties of a project, or those that `keys` names. */
export function listProperties({ store, query, parameters: [id = ''] }: Call): Answer {
  const keys = query
    .get('keys')
    ?.split(',')
    .map((key) => keyTest(key.trim()))
  const all = Object.entries(propertiesOf(store.projects.find(id)))
  const wanted = all.filter(([name]) => !keys || keys.some((fits) => fits(name)))
  return answerList(wanted.map(([name, value]) => ({ name, value })))
}
