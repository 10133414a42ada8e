import 'server-only'
import type { Endpoints } from '#lib/platform/azure-devops/endpoints'
import { type Evidence, isAppError } from '#lib/platform/errors/index'
import { present } from '../link'
import type { Check } from './check'
import { projectOf } from './project'

const newestFirst = 'SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project ORDER BY [System.Id] DESC'

interface Asked {
  readonly project: string
  readonly signal: AbortSignal | undefined
}

/** WIQL gives no more than 20,000 IDs and answers with an error instead, which is an answer as well. */
async function countItems(endpoints: Endpoints, asked: Asked): Promise<{ count: string; newest: readonly number[] }> {
  try {
    const { workItems } = await endpoints.queryByWiql({ ...asked, query: newestFirst })
    const count = workItems.length.toLocaleString('en-US')
    return { count, newest: workItems.slice(0, 3).map(({ id }) => id) }
  } catch (error) {
    if (!isAppError(error) || error.code !== 'VS402337') throw error
    const { workItems } = await endpoints.queryByWiql({ ...asked, query: newestFirst, top: 3 })
    return { count: 'more than 20,000', newest: workItems.map(({ id }) => id) }
  }
}

/** A few rows as proof: nothing convinces like one's own titles. */
async function samplesOf(endpoints: Endpoints, ids: readonly number[], signal?: AbortSignal): Promise<Evidence[]> {
  if (ids.length === 0) return []
  const fields = ['System.WorkItemType', 'System.Title', 'System.State']
  const items = await endpoints.getWorkItemsBatch({ ids, fields, signal })
  return items.map(({ id, fields }) => ({
    label: `#${id} ${fields['System.WorkItemType'] ?? ''}`,
    value: `${fields['System.Title'] ?? ''} (${fields['System.State'] ?? ''})`,
  }))
}

/** Counts and reads work items the way the explorer does: WIQL for the IDs, a batch for their fields. */
export const workItemsCheck: Check = {
  id: 'work-items',
  requires: ['projects'],
  async run(link, notes, signal) {
    const endpoints = present(link.endpoints, link, 'organization')
    const project = projectOf(link, notes)
    const [types, { count, newest }] = await Promise.all([
      endpoints.getWorkItemTypes({ project, signal }),
      countItems(endpoints, { project, signal }),
    ])
    notes.workItemTypes = types.flatMap(({ name, isDisabled }) => (isDisabled ? [] : [name]))
    const facts = await samplesOf(endpoints, newest, signal)
    return { verdict: 'passed', summary: `${project}: ${count} work items of ${types.length} types.`, facts }
  },
}
