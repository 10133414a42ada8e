import 'server-only'
import { preview } from '../../protocol/resource'

export const commentResources = {
  comments: preview(
    {
      id: '608aac0a-32e1-4493-a863-b9cf4566d257',
      area: 'wit',
      resourceName: 'comments',
      routeTemplate: '{project}/_apis/wit/workItems/{workItemId}/comments/{commentId}',
      resourceVersion: 4,
    },
    '5.1',
  ),
  commentReactionsEngagedUsers: preview(
    {
      id: 'e33ca5e0-2349-4285-af3d-d72d86781c35',
      area: 'wit',
      resourceName: 'commentReactionsEngagedUsers',
      routeTemplate: '{project}/_apis/wit/workItems/{workItemId}/comments/{commentId}/reactions/{reactionType}/users',
      resourceVersion: 1,
    },
    '5.1',
  ),
  commentsReactions: preview(
    {
      id: 'f6cb3f27-1028-4851-af96-887e570dc21f',
      area: 'wit',
      resourceName: 'commentsReactions',
      routeTemplate: '{project}/_apis/wit/workItems/{workItemId}/comments/{commentId}/reactions/{reactionType}',
      resourceVersion: 1,
    },
    '5.1',
  ),
  commentsVersions: preview(
    {
      id: '49e03b34-3be0-42e3-8a5d-e8dfb88ac954',
      area: 'wit',
      resourceName: 'commentsVersions',
      routeTemplate: '{project}/_apis/wit/workItems/{workItemId}/comments/{commentId}/versions/{version}',
      resourceVersion: 1,
    },
    '5.1',
  ),
} as const
