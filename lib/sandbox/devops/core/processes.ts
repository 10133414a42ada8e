import 'server-only'
import { type Answer, answer, answerList } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { processUnknown } from './errors'

interface SystemProcess {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly isDefault: boolean
}

const template = 'This template is'

/** Those that every organization has. The sandbox's projects are of the first three. */
export const systemProcesses: readonly SystemProcess[] = [
  {
    id: '6b724908-ef14-45cf-84f8-768b5384da45',
    name: 'Scrum',
    description: `${template} for teams who follow the Scrum framework.`,
    isDefault: false,
  },
  {
    id: 'b8a3a935-7e91-48b8-a94c-606d37c3e9f2',
    name: 'Basic',
    description: `${template} flexible for any process and great for teams getting started with Azure DevOps.`,
    isDefault: true,
  },
  {
    id: 'adcc42ab-9882-485e-a3ed-7678f01f66bc',
    name: 'Agile',
    description: `${template} flexible and will work great for most teams using Agile planning methods, including those practicing Scrum.`,
    isDefault: false,
  },
  {
    id: '27450541-8e31-4150-9947-dc59f998fc01',
    name: 'CMMI',
    description: `${template} for more formal projects requiring a framework for process improvement and an auditable record of decisions.`,
    isDefault: false,
  },
]

/** The name comes last. */
const shown = ({ name, ...about }: SystemProcess, { url }: Call['store']) => ({
  ...about,
  type: 'system',
  url: `${url}/_apis/process/processes/${about.id}`,
  name,
})

export const listProcesses = ({ store }: Call): Answer =>
  answerList(systemProcesses.map((process) => shown(process, store)))

export function getProcess({ store, parameters: [id = ''] }: Call): Answer {
  const process = systemProcesses.find((one) => one.id === id.toLowerCase())
  if (!process) throw processUnknown(id)
  const told = shown(process, store)
  return answer({ ...told, _links: { self: { href: told.url } } })
}
