import 'server-only'
import type { Project } from '../../../seed/model'
import { guidOf } from '../../store/members/ids'

export interface Tag {
  readonly id: string
  readonly name: string
}

/** A tag belongs to a project; names that differ only in case are one tag. */
export const tagOf = ({ id }: Project, name: string): Tag => ({ id: guidOf(`tag ${id} ${name.toLowerCase()}`), name })

/** The names in a `System.Tags`. */
export const tagNames = (text: string): string[] =>
  text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** `System.Tags` as references instead of text; their shape is unverified. */
export const tagReferences = (project: Project, text: string): Tag[] =>
  tagNames(text).map((name) => tagOf(project, name))
