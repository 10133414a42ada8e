import 'server-only'
import { type Refusal, refusal } from '../protocol/errors'

/** Wordings and type keys unverified. */
const unknown = (typeKey: string, message: string): Refusal =>
  refusal(404, { typeKey, namespace: 'Microsoft.TeamFoundation.Dashboards' }, message)

export const dashboardUnknown = (id: string): Refusal =>
  unknown('DashboardDoesNotExistException', `The dashboard with id '${id}' does not exist.`)

export const widgetUnknown = (id: string): Refusal =>
  unknown('WidgetDoesNotExistException', `The widget with id '${id}' does not exist.`)

export const widgetTypeUnknown = (id: string): Refusal =>
  unknown('WidgetTypeDoesNotExistException', `The widget type '${id}' does not exist.`)
