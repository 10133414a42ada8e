import 'server-only'
import { preview } from '../protocol/resource'

const area = 'Dashboard'
const below = '{project}/{team}/_apis/{area}'

/** IDs and versions as the service itself tells them. */
export const dashboardResources = {
  dashboards: preview(
    {
      id: '454b3e51-2e6e-48d4-ad81-978154089351',
      area,
      resourceName: 'Dashboards',
      routeTemplate: `${below}/{resource}/{dashboardId}`,
      resourceVersion: 3,
    },
    '3.0',
  ),
  widgets: preview(
    {
      id: 'bdcff53a-8355-4172-a00a-40497ea23afc',
      area,
      resourceName: 'Widgets',
      routeTemplate: `${below}/dashboards/{dashboardId}/{resource}/{widgetId}`,
      resourceVersion: 2,
    },
    '3.0',
  ),
  widgetTypes: preview({
    id: '6b3628d3-e96f-4fc7-b176-50240b03b515',
    area,
    resourceName: 'WidgetTypes',
    routeTemplate: '{project}/_apis/{area}/{resource}/{contributionId}',
    resourceVersion: 1,
  }),
} as const
