import 'server-only'
import type { Project } from '../../../seed/model'
import { type Answer, answer, answerList } from '../../protocol/answer'
import type { Call } from '../../protocol/call'
import type { Store } from '../../store/index'
import { fieldUnknown } from '../errors'
import type { Field } from './field'
import { allFields, findField } from './fields'
import { supportedOperations } from './operations'

const isSortable = ({ type }: Field): boolean => type !== 'html' && type !== 'history' && type !== 'plainText'

function shown(field: Field, { url }: Store, project: Project | undefined) {
  const { name, referenceName, type, readOnly, isIdentity } = field
  return {
    name,
    referenceName,
    type,
    usage: 'workItem',
    readOnly,
    canSortBy: isSortable(field),
    isQueryable: true,
    supportedOperations: supportedOperations(field),
    isIdentity,
    isPicklist: false,
    isPicklistSuggested: false,
    url: `${url}${project ? `/${project.id}` : ''}/_apis/wit/fields/${referenceName}`,
  }
}

const isUsedIn = ({ isCommon, referenceName }: Field, { process }: Project): boolean =>
  isCommon || process.workItemTypes.some(({ fields }) => fields.has(referenceName))

/** All fields, or under a project those that its types have. */
export function listFields({ store, project }: Call): Answer {
  const fields = project ? allFields.filter((field) => isUsedIn(field, project)) : allFields
  return answerList(fields.map((field) => shown(field, store, project)))
}

export function getField({ store, project, parameters: [name = ''] }: Call): Answer {
  const field = findField(name)
  if (!field) throw fieldUnknown(name, 404)
  return answer(shown(field, store, project))
}
