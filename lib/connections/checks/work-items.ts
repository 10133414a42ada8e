import 'server-only'
import { present } from '../link'
import type { Check } from './check'

const newest = 'SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project ORDER BY [System.Id] DESC'

/** Reads one work item the way the explorer reads thousands: WIQL for the ID, a batch for its fields. */
export const workItemsCheck: Check = {
  id: 'work-items',
  requires: ['projects'],
  async run(link, notes, signal) {
    const endpoints = present(link.endpoints, link, 'organization')
    const project = link.settings.defaultProject ?? notes.projects?.[0]?.name ?? ''
    const options = { signal }
    const { workItems } = await endpoints.queryByWiql({ project, query: newest, top: 1, ...options })
    const id = workItems[0]?.id
    if (id === undefined) return { verdict: 'passed', summary: `${project} has no work items yet.` }
    const [item] = await endpoints.getWorkItemsBatch({ ids: [id], fields: ['System.Title'], ...options })
    return { verdict: 'passed', summary: `${project}: #${id} ${String(item?.fields['System.Title'] ?? '')}` }
  },
}
