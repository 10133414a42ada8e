import 'server-only'
import { type Answer, answer, answerList } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Store } from '../store/index'

export interface RelationType {
  readonly referenceName: string
  readonly name: string
  readonly attributes: Readonly<Record<string, string | boolean>>
}

const always = { editable: false, enabled: true } as const

/** Two ends of a link whose direction means something. */
function directed(base: string, forward: string, reverse: string, topology: 'tree' | 'dependency'): RelationType[] {
  const end = (direction: string, name: string, opposite: string): RelationType => ({
    referenceName: `${base}-${direction}`,
    name,
    attributes: {
      usage: 'workItemLink',
      ...always,
      acyclic: true,
      directional: true,
      singleTarget: topology !== 'tree',
      topology,
      remote: false,
      isForward: direction === 'Forward',
      oppositeEndReferenceName: `${base}-${opposite}`,
    },
  })
  return [end('Forward', forward, 'Reverse'), end('Reverse', reverse, 'Forward')]
}

const resource = (referenceName: string, name: string): RelationType => ({
  referenceName,
  name,
  attributes: { usage: 'resourceLink', ...always },
})

/** Those that every organization has, without the ones of test cases and of other organizations. */
const relationTypes: readonly RelationType[] = [
  ...directed('System.LinkTypes.Duplicate', 'Duplicate', 'Duplicate Of', 'tree'),
  ...directed('System.LinkTypes.Dependency', 'Successor', 'Predecessor', 'dependency'),
  ...directed('System.LinkTypes.Hierarchy', 'Child', 'Parent', 'tree'),
  {
    referenceName: 'System.LinkTypes.Related',
    name: 'Related',
    attributes: {
      usage: 'workItemLink',
      ...always,
      acyclic: false,
      directional: false,
      singleTarget: true,
      topology: 'network',
      remote: false,
    },
  },
  resource('AttachedFile', 'Attached File'),
  resource('Hyperlink', 'Hyperlink'),
  resource('ArtifactLink', 'Artifact Link'),
]

/** Those between two work items. */
export const workItemLinkTypes = relationTypes.filter(({ attributes }) => attributes.usage === 'workItemLink')

const names = new Map(relationTypes.map(({ referenceName, name }) => [referenceName, name]))

/** The name among a relation's attributes; resource links of that kind have none. */
export const relationName = (rel: string): { readonly name?: string } => {
  const name = rel.startsWith('System.LinkTypes.') ? names.get(rel) : undefined
  return name === undefined ? {} : { name }
}

/** A relation type by its reference name, in any case. */
export const findRelationType = (rel: string): RelationType | undefined =>
  relationTypes.find(({ referenceName }) => referenceName.toLowerCase() === rel.toLowerCase())

const shown = ({ attributes, referenceName, name }: RelationType, { url }: Store) => ({
  attributes,
  referenceName,
  name,
  url: `${url}/_apis/wit/workItemRelationTypes/${referenceName}`,
})

export function getRelationTypes({ store, parameters: [wanted] }: Call): Answer {
  if (wanted === undefined) return answerList(relationTypes.map((type) => shown(type, store)))
  const type = findRelationType(wanted)
  if (!type) throw argumentRefused(`The relation type ${wanted} does not exist.`)
  return answer(shown(type, store))
}
