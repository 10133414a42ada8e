import 'server-only'
import { type Route, route } from '../protocol/route'
import { getDashboard, getWidget, listDashboards, listWidgets } from './dashboards'
import { dashboardResources } from './resources'
import { getWidgetType, listWidgetTypes } from './widget-types'

const { dashboards, widgets, widgetTypes } = dashboardResources

/** Reading only: dashboards are not arranged here. */
export const dashboardRoutes: readonly Route[] = [
  route('GET', dashboards, 'dashboard/dashboards', 'project or team', listDashboards),
  route('GET', dashboards, 'dashboard/dashboards/*', 'project or team', getDashboard),
  route('GET', widgets, 'dashboard/dashboards/*/widgets', 'project or team', listWidgets),
  route('GET', widgets, 'dashboard/dashboards/*/widgets/*', 'project or team', getWidget),
  route('GET', widgetTypes, 'dashboard/widgettypes', 'project', listWidgetTypes),
  route('GET', widgetTypes, 'dashboard/widgettypes/*', 'project', getWidgetType),
]
