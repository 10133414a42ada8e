import 'server-only'
import { AppError, isAppError } from '#lib/platform/errors/index'
import { present } from '../link'
import type { Check } from './check'
import { projectOf } from './project'

/** Rules of the process were looked at, so writing as such was not refused. */
const isAboutRules = (error: unknown): boolean => isAppError(error) && error.code === 'TF401320'

/** Has Azure DevOps judge a new work item that it then does not keep (`validateOnly`). */
export const writeCheck: Check = {
  id: 'write',
  requires: ['work-items'],
  async run(link, notes, signal) {
    const endpoints = present(link.endpoints, link, 'organization')
    const project = projectOf(link, notes)
    const [type] = notes.workItemTypes ?? []
    if (type === undefined) throw new AppError('work_item_types_none')
    try {
      await endpoints.validateWorkItem({ project, type, title: 'Certboard asks whether it may write', signal })
    } catch (error) {
      if (!isAboutRules(error)) throw error
    }
    return { verdict: 'passed', summary: `A new ${type} in ${project} would be taken. Nothing was written.` }
  },
}
