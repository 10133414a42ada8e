import 'server-only'
import { resource } from '../../protocol/resource'
import { type Route, route } from '../../protocol/route'
import { getFieldOfType, listFieldsOfType } from '../fields/type-fields'
import { getCategory, listCategories } from './categories'

/** IDs and versions as the service itself tells them. */
const categories = resource({
  id: '9b9f5734-36c8-415e-ba67-f83b45c31408',
  area: 'wit',
  resourceName: 'workItemTypeCategories',
  routeTemplate: '{project}/_apis/{area}/{resource}/{category}',
  resourceVersion: 2,
})

const typeFields = resource({
  id: 'bd293ce5-3d25-4192-8e67-e8092e879efb',
  area: 'wit',
  resourceName: 'workItemTypesField',
  routeTemplate: '{project}/_apis/{area}/workitemtypes/{type}/fields/{field}',
  resourceVersion: 3,
})

export const categoryRoutes: readonly Route[] = [
  route('GET', categories, 'wit/workitemtypecategories', 'project', listCategories),
  route('GET', categories, 'wit/workitemtypecategories/*', 'project', getCategory),
  route('GET', typeFields, 'wit/workitemtypes/*/fields', 'project', listFieldsOfType),
  route('GET', typeFields, 'wit/workitemtypes/*/fields/*', 'project', getFieldOfType),
]
