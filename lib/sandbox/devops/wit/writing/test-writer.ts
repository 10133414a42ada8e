import 'server-only'
import type { Role } from '../../store/members/subject'
import { bodyOf, createTestOrganization } from '../../test-organization'

export interface Relation {
  readonly rel: string
  readonly url: string
  readonly attributes: Readonly<Record<string, unknown>>
}

export interface Item {
  readonly id: number
  readonly rev: number
  readonly fields: Readonly<Record<string, unknown>>
  readonly multilineFieldsFormat: Readonly<Record<string, string>>
  readonly relations?: readonly Relation[]
  readonly url: string
}

export interface Operation {
  readonly op: string | number
  readonly path: string
  readonly value?: unknown
}

export const add = (name: string, value: unknown): Operation => ({ op: 'add', path: `/fields/${name}`, value })
export const replace = (name: string, value: unknown): Operation => ({ op: 'replace', path: `/fields/${name}`, value })
export const remove = (path: string): Operation => ({ op: 'remove', path })

const json = 'application/json-patch+json'

/** Writes to an organization for tests as clients do, and may do everything unless a role is given. */
export function createWriter(items = 300, role: Role = 'collection administrators') {
  const organization = createTestOrganization({ items, role })
  const { url, get } = organization

  const send = (method: string, path: string, body: unknown, contentType = json): Promise<Response> =>
    organization.fetch(
      new Request(`${url}/${path}`, { method, body: JSON.stringify(body), headers: { 'content-type': contentType } }),
    )

  const create = (type: string, operations: readonly Operation[], { project = 'Storefront', query = '' } = {}) =>
    send('POST', `${project}/_apis/wit/workitems/$${type}?api-version=7.1${query}`, operations)

  const patch = (id: number, operations: readonly Operation[], query = '') =>
    send('PATCH', `_apis/wit/workitems/${id}?api-version=7.1${query}`, operations)

  return {
    organization,
    send,
    create,
    patch,

    /** Creates an item of which the test needs no more than that it is there. */
    made: (type: string, title = type, options: { project?: string } = {}): Promise<Item> =>
      bodyOf<Item>(create(type, [add('System.Title', title)], options)),

    /** The item after a patch that is taken. */
    patched: (id: number, ...operations: Operation[]): Promise<Item> => bodyOf<Item>(patch(id, operations)),

    read: (id: number): Promise<Item> => bodyOf<Item>(get(`_apis/wit/workitems/${id}?$expand=all`)),

    link: (rel: string, target: number | string, comment?: string): Operation => ({
      op: 'add',
      path: '/relations/-',
      value: {
        rel,
        url: typeof target === 'number' ? `${url}/_apis/wit/workItems/${target}` : target,
        ...(comment === undefined ? {} : { attributes: { comment } }),
      },
    }),
  }
}

export const child = 'System.LinkTypes.Hierarchy-Forward'
export const parent = 'System.LinkTypes.Hierarchy-Reverse'
