import 'server-only'
import type { Process, WorkItemType } from '../../../seed/model'
import { processes } from '../../../seed/processes'
import { processUnknown } from '../../core/errors'
import { systemProcesses } from '../../core/processes'
import { type Answer, answer, answerList } from '../../protocol/answer'
import type { Call } from '../../protocol/call'
import { notEmulated } from '../../protocol/errors'

const noProcess = '00000000-0000-0000-0000-000000000000'

type SystemProcess = (typeof systemProcesses)[number]

/** Whether `$expand` asks for something: by name or, as Microsoft's own clients send it, by number. */
export function wants({ query }: Call, name: string, number: number): boolean {
  const asked = (query.get('$expand') ?? '').toLowerCase()
  return asked.split(',').includes(name) || (Number(asked) & number) !== 0
}

function projectsOf({ id }: SystemProcess, { store }: Call) {
  const projects = store.projects.all().filter(({ process }) => process.id === id)
  return projects.map((project) => ({
    id: project.id,
    name: project.name,
    description: project.description,
    url: `${store.url}/_apis/projects/${project.id}`,
  }))
}

const shown = (process: SystemProcess, call: Call) => ({
  typeId: process.id,
  name: process.name,
  referenceName: null,
  description: process.description,
  parentProcessTypeId: noProcess,
  isEnabled: true,
  isDefault: process.isDefault,
  customizationType: 'system',
  ...(wants(call, 'projects', 1) ? { projects: projectsOf(process, call) } : {}),
})

export const listProcessDefinitions = (call: Call): Answer =>
  answerList(systemProcesses.map((process) => shown(process, call)))

function systemProcessIn({ parameters: [id = ''] }: Call): SystemProcess {
  const process = systemProcesses.find((one) => one.id === id.toLowerCase())
  if (!process) throw processUnknown(id)
  return process
}

export const getProcessDefinition = (call: Call): Answer => answer(shown(systemProcessIn(call), call))

/** The process in the address. @throws 404, and 501 for one that none of the sandbox's projects is of */
export function processIn(call: Call): Process {
  const { id, name } = systemProcessIn(call)
  const process = Object.values(processes).find((one) => one.id === id)
  if (!process) throw notEmulated(`the process ${name}`)
  return process
}

export const typeUrl = ({ store }: Call, process: Process, { referenceName }: WorkItemType): string =>
  `${store.url}/_apis/work/processes/${process.id}/workItemTypes/${referenceName}`

/** Nobody has made lists of values: those of the system's fields are no lists of a process. */
export const listPicklists = (): Answer => answerList([])
