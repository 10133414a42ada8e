import 'server-only'
import { AppError } from '#lib/platform/errors/index'
import { present } from '../link'
import type { Check } from './check'

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

export const projectsCheck: Check = {
  id: 'projects',
  requires: ['identity'],
  async run(link, notes, signal) {
    const endpoints = present(link.endpoints, link, 'organization')
    const projects = await endpoints.getProjects({ signal })
    notes.projects = projects
    if (projects.length === 0) throw new AppError('projects_none_visible')
    const names = projects.map((project) => project.name).join(', ')
    const wanted = link.settings.defaultProject
    if (wanted && !projects.some(({ id, name }) => sameName(name, wanted) || sameName(id, wanted))) {
      throw new AppError('default_project_not_visible', {
        detail: `“${wanted}” is not among the projects that the app sees.`,
        evidence: [{ label: 'Visible projects', value: names }],
      })
    }
    return {
      verdict: 'passed',
      summary: `${projects.length === 1 ? '1 project' : `${projects.length} projects`}: ${names}.`,
    }
  },
}
