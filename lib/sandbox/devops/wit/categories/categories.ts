import 'server-only'
import type { Project, WorkItemType } from '../../../seed/model'
import { type Answer, answer, answerList } from '../../protocol/answer'
import { type Call, projectOf } from '../../protocol/call'
import type { Store } from '../../store/index'
import { categoryUnknown } from './errors'

/** A kind of work item types, the first of which is the one to offer. */
interface Category {
  readonly name: string
  readonly referenceName: string
  readonly types: readonly [WorkItemType, ...WorkItemType[]]
}

/** The service also has categories of types that the sandbox leaves out: for tests, feedback and code reviews. */
const names: Readonly<Record<string, string>> = {
  'Microsoft.BugCategory': 'Bug Category',
  'Microsoft.EpicCategory': 'Epic Category',
  'Microsoft.FeatureCategory': 'Feature Category',
  'Microsoft.RequirementCategory': 'Requirement Category',
  'Microsoft.TaskCategory': 'Task Category',
}

/** Those that have types in the project; types that stop work, as impediments do, are in none. */
const categoriesOf = ({ process }: Project): readonly Category[] =>
  Object.entries(names).flatMap(([referenceName, name]) => {
    const [first, ...others] = process.workItemTypes.filter(({ category }) => category === referenceName)
    return first ? [{ name, referenceName, types: [first, ...others] }] : []
  })

function shown({ name, referenceName, types }: Category, project: Project, { url }: Store) {
  const base = `${url}/${project.id}/_apis/wit`
  const type = (one: WorkItemType) => ({
    name: one.name,
    url: `${base}/workItemTypes/${encodeURIComponent(one.name)}`,
  })
  return {
    name,
    referenceName,
    defaultWorkItemType: type(types[0]),
    workItemTypes: types.map(type),
    url: `${base}/workItemTypeCategories/${referenceName}`,
  }
}

export function listCategories(call: Call): Answer {
  const project = projectOf(call)
  return answerList(categoriesOf(project).map((category) => shown(category, project, call.store)))
}

export function getCategory(call: Call): Answer {
  const project = projectOf(call)
  const wanted = call.parameters[0] ?? ''
  const category = categoriesOf(project).find(({ name, referenceName }) =>
    [name, referenceName].some((one) => one.toLowerCase() === wanted.toLowerCase()),
  )
  if (!category) throw categoryUnknown(wanted, project.id)
  return answer(shown(category, project, call.store))
}
