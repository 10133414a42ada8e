import 'server-only'
import type { Comment, CommentVersion } from '../../store/comments'
import { dateText, type Renderer } from '../render'
import type { Expansion } from './expansion'
import { commentUrl, type Reader, reactionsJson } from './reaction-json'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Markdown is shown as its paragraphs only. */
const rendered = ({ format }: Comment, { text }: CommentVersion): string =>
  format === 'html'
    ? text
    : text
        .split(/\n{2,}/)
        .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
        .join('\n')

/** An object of the members that are there; their values are JSON already. */
const objectJson = (values: Readonly<Record<string, string | undefined>>): string =>
  `{${Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [`"${name}":${value}`]))
    .join()}}`

/** Writes comments; examples name them `commentId`, the service itself says `id`. */
export function commentWriter(reader: Reader, renderer: Renderer) {
  const urlOf = (comment: Comment): string => commentUrl(comment, reader.store)

  /** What a version shows, and a comment too, each with members of its own. */
  function shown(comment: Comment, number: number, { hasText, hasRenderedText }: Expansion) {
    const [first] = comment.versions
    const version = comment.versions[number - 1] ?? first
    return {
      id: String(comment.id),
      version: String(number),
      text: hasText ? JSON.stringify(version.text) : undefined,
      renderedText: hasRenderedText ? JSON.stringify(rendered(comment, version)) : undefined,
      createdBy: renderer.personJson(first.by),
      createdDate: `"${dateText(first.at)}"`,
      modifiedBy: renderer.personJson(version.by),
      modifiedDate: `"${dateText(version.at)}"`,
      isDeleted: String(version.isDeleted),
    }
  }

  return {
    /** As its last version left it. */
    commentJson: (comment: Comment, expansion: Expansion): string =>
      objectJson({
        workItemId: String(comment.workItemId),
        ...shown(comment, comment.versions.length, expansion),
        format: JSON.stringify(comment.format),
        reactions: expansion.hasReactions ? JSON.stringify(reactionsJson(comment, reader)) : undefined,
        url: JSON.stringify(urlOf(comment)),
      }),

    /** @param number Which of the versions, from 1 */
    versionJson: (comment: Comment, number: number, expansion: Expansion): string =>
      objectJson({
        ...shown(comment, number, expansion),
        url: JSON.stringify(`${urlOf(comment)}/versions/${number}`),
      }),
  }
}
