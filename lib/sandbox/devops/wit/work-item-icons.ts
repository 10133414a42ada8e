import 'server-only'
import { type Answer, answer, answerList } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Store } from '../store/index'

const iconsOf = ({ world }: Store): readonly string[] => [
  ...new Set(world.projects.flatMap(({ process }) => process.workItemTypes.map(({ icon }) => icon))),
]

const addressOf = ({ url }: Store, icon: string, { search }: URL): string =>
  `${url}/_apis/wit/workItemIcons/${icon}${search}`

const colorOf = (query: URLSearchParams): string => {
  const color = query.get('color') ?? 'gray'
  return /^[0-9a-f]{6}$/i.test(color) ? `#${color}` : 'gray'
}

/** A plain square in the type's colour stands for the drawing that the service has. */
const square = (color: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect x="2" y="2" width="12" height="12" rx="2" fill="${color}"/></svg>`

/** The icons that work item types have; their addresses carry no colour. */
export function listIcons({ store }: Call): Answer {
  const plain = new URL(store.url)
  return answerList(iconsOf(store).map((id) => ({ id, url: addressOf(store, id, plain) })))
}

/** The picture itself for whoever accepts SVG first, else where it is. */
export function getIcon({ store, request, query, parameters: [wanted = ''] }: Call): Answer {
  const id = iconsOf(store).find((icon) => icon === wanted.toLowerCase())
  if (id === undefined) throw argumentRefused(`The icon ${wanted} does not exist.`)
  if (request.headers.get('accept')?.startsWith('application/json')) {
    return answer({ id, url: addressOf(store, id, new URL(request.url)) })
  }
  return { json: square(colorOf(query)), headers: { 'content-type': 'image/svg+xml' } }
}
