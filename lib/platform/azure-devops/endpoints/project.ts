import 'server-only'
import {
  areaNode,
  buildsAnswer,
  fieldsAnswer,
  queriesAnswer,
  repositoriesAnswer,
  teamIterationsAnswer,
  workItemTypesAnswer,
} from '../answers'
import type { Send } from '../transport'
import type { Cancellable, OfProject } from './cancellable'

/** What is asked about a project: its process and what else it holds. */
export function projectEndpoints(send: Send) {
  return {
    async getWorkItemTypes({ project, signal }: OfProject) {
      const { data } = await send(workItemTypesAnswer, {
        method: 'GET',
        path: '_apis/wit/workitemtypes',
        project,
        signal,
      })
      return data.value
    },

    /** All fields of the organization, or those used in one project. */
    async getFields({ project, signal }: Cancellable & { readonly project?: string | undefined } = {}) {
      const { data } = await send(fieldsAnswer, { method: 'GET', path: '_apis/wit/fields', project, signal })
      return data.value
    },

    /** My Queries and Shared Queries, with what is in them. */
    async getQueries({ project, signal }: OfProject) {
      const path = '_apis/wit/queries'
      const { data } = await send(queriesAnswer, { method: 'GET', path, project, query: { $depth: 1 }, signal })
      return data.value
    },

    /** Of the project's default team. */
    async getTeamIterations({ project, signal }: OfProject) {
      const path = '_apis/work/teamsettings/iterations'
      const { data } = await send(teamIterationsAnswer, { method: 'GET', path, project, signal })
      return data.value
    },

    /** The tree of areas, as deep as the service tells it: 14 levels. */
    async getAreas({ project, signal }: OfProject) {
      const path = '_apis/wit/classificationnodes/areas'
      const { data } = await send(areaNode, { method: 'GET', path, project, query: { $depth: 14 }, signal })
      return data
    },

    async getRepositories({ project, signal }: OfProject) {
      const { data } = await send(repositoriesAnswer, {
        method: 'GET',
        path: '_apis/git/repositories',
        project,
        signal,
      })
      return data.value
    },

    /** Newest first. */
    async getBuilds({ project, top, signal }: OfProject & { readonly top: number }) {
      const query = { $top: top }
      const { data } = await send(buildsAnswer, { method: 'GET', path: '_apis/build/builds', project, query, signal })
      return data.value
    },
  }
}
