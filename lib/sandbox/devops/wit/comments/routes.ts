import 'server-only'
import { type Route, route } from '../../protocol/route'
import type { Renderer } from '../render'
import { commentVersionHandlers } from './comment-versions'
import { commentHandlers } from './comments'
import { addReaction, deleteReaction, listEngagedUsers, listReactions } from './reactions'
import { commentResources } from './resources'

const { commentReactionsEngagedUsers: engagedUsers, comments, commentsReactions, commentsVersions } = commentResources

/** Unlike other addresses of work items, those of comments need a project. */
export function commentRoutes(renderer: Renderer): readonly Route[] {
  const { addComment, deleteComment, getComment, listComments, updateComment } = commentHandlers(renderer)
  const { getVersion, listVersions } = commentVersionHandlers(renderer)
  return [
    route('GET', comments, 'wit/workitems/*/comments', 'project', listComments),
    route('POST', comments, 'wit/workitems/*/comments', 'project', addComment),
    route('GET', comments, 'wit/workitems/*/comments/*', 'project', getComment),
    route('PATCH', comments, 'wit/workitems/*/comments/*', 'project', updateComment),
    route('DELETE', comments, 'wit/workitems/*/comments/*', 'project', deleteComment),
    route('GET', commentsReactions, 'wit/workitems/*/comments/*/reactions', 'project', listReactions),
    route('PUT', commentsReactions, 'wit/workitems/*/comments/*/reactions/*', 'project', addReaction),
    route('DELETE', commentsReactions, 'wit/workitems/*/comments/*/reactions/*', 'project', deleteReaction),
    route('GET', engagedUsers, 'wit/workitems/*/comments/*/reactions/*/users', 'project', listEngagedUsers),
    route('GET', commentsVersions, 'wit/workitems/*/comments/*/versions', 'project', listVersions),
    route('GET', commentsVersions, 'wit/workitems/*/comments/*/versions/*', 'project', getVersion),
  ]
}
