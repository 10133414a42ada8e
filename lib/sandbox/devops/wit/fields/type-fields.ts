import 'server-only'
import { type Answer, answer, answerList } from '../../protocol/answer'
import { type Call, projectOf } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'
import { fieldUnknown } from '../errors'
import { findType } from '../work-item-types'
import { type Expansion, fieldOfType, isFieldOf } from './field-instances'
import { allFields, findField } from './fields'

const expansions = ['none', 'allowedvalues', 'dependentfields', 'all'] as const

/** By name or, as Microsoft's own clients send it, by number. */
function expansionIn({ query }: Call): Expansion {
  const asked = query.get('$expand') ?? 'none'
  const expand = expansions.find((one, number) => [one, String(number)].includes(asked.toLowerCase()))
  if (!expand) throw argumentRefused(`The value '${asked}' is not valid for $expand.`)
  return expand
}

export function listFieldsOfType(call: Call): Answer {
  const { store, parameters } = call
  const project = projectOf(call)
  const type = findType(project, parameters[0] ?? '')
  const expand = expansionIn(call)
  const fields = allFields.filter((field) => isFieldOf(field, type))
  return answerList(fields.map((field) => fieldOfType({ field, type, project, store }, expand)))
}

export function getFieldOfType(call: Call): Answer {
  const { store, parameters } = call
  const project = projectOf(call)
  const type = findType(project, parameters[0] ?? '')
  const field = findField(parameters[1] ?? '')
  if (!field || !isFieldOf(field, type)) throw fieldUnknown(parameters[1] ?? '', 404)
  return answer(fieldOfType({ field, type, project, store }, expansionIn(call)))
}
