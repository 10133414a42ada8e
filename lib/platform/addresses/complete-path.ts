import { asksForCredentials } from './api-address'
import type { ResourceLocation } from './api-version'

export interface Completion {
  /** What is still to be filled in stands in braces. */
  readonly path: string
  readonly isPreview: boolean
}

interface Typed {
  /** Project and team, as far as they are there. */
  readonly scope: readonly string[]
  /** From `_apis` on, or nothing yet. */
  readonly resource: string
}

/** Undefined while it is not a path yet but words to look for. */
function typedPath(text: string): Typed | undefined {
  const parts = text.replace(/^\/+/, '').split('/')
  const start = parts.findIndex((part) => part.startsWith('_'))
  if (start !== -1) return { scope: parts.slice(0, start), resource: parts.slice(start).join('/') }
  return text.endsWith('/') ? { scope: parts.slice(0, -1), resource: '' } : undefined
}

function split({ template }: ResourceLocation): Typed {
  const at = template.indexOf('_apis')
  return { scope: template.slice(0, at).split('/').filter(Boolean), resource: template.slice(at) }
}

const isFirst = (name: string): boolean => /^\{project\}$/i.test(name)

function matches(location: ResourceLocation, text: string): boolean {
  const typed = typedPath(text)
  const { scope, resource } = split(location)
  const isIn = (whole: string) => (word: string) => whole.toLowerCase().includes(word.toLowerCase())
  if (typed) return typed.scope.length <= scope.length && typed.resource.split('/').every(isIn(resource))
  return text.split(/\s+/).every(isIn(location.template))
}

/** What was typed of project and team stays; the default project stands in where nothing was. */
function filledIn(location: ResourceLocation, text: string, defaultProject: string | undefined): string {
  const typed = typedPath(text)?.scope ?? []
  const { scope, resource } = split(location)
  const project = defaultProject === undefined ? undefined : encodeURIComponent(defaultProject)
  const known = (name: string, place: number) => typed[place] ?? (isFirst(name) ? (project ?? name) : name)
  return [...scope.map(known), resource].join('/')
}

/** Parameters at the end may be left out, which often asks for the list. */
const withoutLast = (path: string): string => path.replace(/(?:\/\{\*?\w+\})+$/, '')

/** Those that begin as what was typed come first, then the short ones. */
const rank = ({ path }: Completion, typed: string): number =>
  path.length + (path.toLowerCase().startsWith(typed.toLowerCase()) ? 0 : 1000)

/**
 * The paths that may be meant: by a part of the path, after a project and a team if they are there, or by words.
 * Nothing once the query string has begun.
 */
export function completions(
  text: string,
  locations: readonly ResourceLocation[],
  defaultProject?: string,
): Completion[] {
  const typed = text.trim()
  if (typed.includes('?') || /^https?:/i.test(typed)) return []
  const found = locations
    .filter((location) => matches(location, typed) && !asksForCredentials(split(location).resource.split('/')))
    .flatMap((location): [string, boolean][] => {
      const path = filledIn(location, typed, defaultProject)
      return [withoutLast(path), path].map((one) => [one, location.released === '0.0'])
    })
  return [...new Map(found)]
    .map(([path, isPreview]) => ({ path, isPreview }))
    .filter(({ path }) => path !== typed)
    .sort((a, b) => rank(a, typed) - rank(b, typed))
}
