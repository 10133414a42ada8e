import 'server-only'
import { type Route, route } from '../../protocol/route'
import { countQueryById, getQueriesBatch, getQuery, listQueries, runQueryById } from './read-queries'
import { queryResources } from './resources'
import { createTemporaryQuery } from './temporary-queries'
import { changeQuery, createOrMoveQuery, deleteQuery } from './write-queries'

const { queries, queriesBatch, temporaryQueries, wiqlById } = queryResources

export const queryRoutes: readonly Route[] = [
  route('GET', queries, 'wit/queries', 'project', listQueries),
  route('GET', queries, 'wit/queries/**', 'project', getQuery),
  route('POST', queries, 'wit/queries/**', 'project', createOrMoveQuery),
  route('PATCH', queries, 'wit/queries/**', 'project', changeQuery),
  route('DELETE', queries, 'wit/queries/**', 'project', deleteQuery),
  route('POST', queriesBatch, 'wit/queriesbatch', 'project', getQueriesBatch),
  route('POST', temporaryQueries, 'wit/tempqueries', 'project or team', createTemporaryQuery),
  route('GET', wiqlById, 'wit/wiql/*', 'any', runQueryById),
  route('HEAD', wiqlById, 'wit/wiql/*', 'any', countQueryById),
]
