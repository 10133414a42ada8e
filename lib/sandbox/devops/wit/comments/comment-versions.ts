import 'server-only'
import type { Answer } from '../../protocol/answer'
import type { Call } from '../../protocol/call'
import { idIn } from '../history/page'
import type { Renderer } from '../render'
import { commentWriter } from './comment-writer'
import { commentOf } from './comments'
import { commentUnknown } from './errors'
import { expansionIn } from './expansion'

/** What comments said before they were changed. */
export function commentVersionHandlers(renderer: Renderer) {
  return {
    listVersions(call: Call): Answer {
      const comment = commentOf(call)
      const { versionJson } = commentWriter(call, renderer)
      const rows = comment.versions.map((_, index) => versionJson(comment, index + 1, expansionIn(call.query)))
      return { json: `{"count":${rows.length},"value":[${rows.join()}]}` }
    },

    getVersion(call: Call): Answer {
      const comment = commentOf(call)
      const number = idIn(call.parameters[2] ?? '')
      if (comment.versions[number - 1] === undefined) throw commentUnknown(comment.workItemId, comment.id)
      return { json: commentWriter(call, renderer).versionJson(comment, number, expansionIn(call.query)) }
    },
  }
}
