import 'server-only'
import { type ExampleCall, plain } from '../../example-call'

export const planningCalls: readonly ExampleCall[] = [
  ...plain(['GET Storefront/_apis/work/processconfiguration', 'GET Storefront/_apis/work/boardcolumns']),
  ...plain(['GET Storefront/_apis/work/boardrows', 'GET Storefront/{team}/_apis/work/backlogconfiguration']),
  { call: 'GET Storefront/{team}/_apis/work/backlogs', keep: { backlog: 'value.0.id' } },
  ...plain([
    'GET Storefront/{team}/_apis/work/backlogs/{backlog}',
    'GET Storefront/{team}/_apis/work/backlogs/{backlog}/workItems',
  ]),
  { call: 'GET Storefront/{team}/_apis/work/boards', keep: { board: 'value.0.id' } },
  ...plain([
    'GET Storefront/{team}/_apis/work/boards/{board}',
    'GET Storefront/{team}/_apis/work/boards/{board}/columns',
  ]),
  ...plain([
    'GET Storefront/{team}/_apis/work/boards/{board}/rows',
    'GET Storefront/{team}/_apis/work/taskboardcolumns',
  ]),
  ...plain(['GET Storefront/{team}/_apis/work/teamsettings', 'GET Storefront/_apis/work/teamsettings']),
  { call: 'PATCH Storefront/{team}/_apis/work/teamsettings', body: { bugsBehavior: 'asTasks' } },
  ...plain(['GET Storefront/{team}/_apis/work/teamsettings/teamfieldvalues']),
  {
    call: 'PATCH Storefront/{team}/_apis/work/teamsettings/teamfieldvalues',
    body: { defaultValue: 'Storefront', values: [{ value: 'Storefront', includeChildren: true }] },
  },
  { call: 'GET Storefront/{team}/_apis/work/teamsettings/iterations', keep: { iteration: 'value.0.id' } },
  ...plain([
    'GET Storefront/{team}/_apis/work/teamsettings/iterations?$timeframe=current',
    'GET Storefront/{team}/_apis/work/teamsettings/iterations/{iteration}',
    'GET Storefront/{team}/_apis/work/teamsettings/iterations/{iteration}/workitems',
    'GET Storefront/{team}/_apis/work/teamsettings/iterations/{iteration}/teamdaysoff',
    'GET Storefront/_apis/work/iterations/{iteration}/iterationcapacities',
  ]),
  {
    call: 'GET Storefront/{team}/_apis/work/teamsettings/iterations/{iteration}/capacities',
    keep: { teamMember: 'teamMembers.0.teamMember.id' },
  },
  ...plain(['GET Storefront/{team}/_apis/work/teamsettings/iterations/{iteration}/capacities/{teamMember}']),
  {
    call: 'PATCH Storefront/{team}/_apis/work/teamsettings/iterations/{iteration}/capacities/{teamMember}',
    body: { activities: [{ capacityPerDay: 5, name: 'Development' }], daysOff: [] },
  },
  {
    call: 'PATCH Storefront/{team}/_apis/work/teamsettings/iterations/{iteration}/teamdaysoff',
    body: { daysOff: [{ start: '2026-11-23T00:00:00Z', end: '2026-11-23T00:00:00Z' }] },
  },
  ...plain(['DELETE Storefront/{team}/_apis/work/teamsettings/iterations/{iteration}']),
  { call: 'POST Storefront/{team}/_apis/work/teamsettings/iterations', body: { id: '{iteration}' } },
  { call: 'GET Storefront/{team}/_apis/dashboard/dashboards', keep: { dashboard: 'value.0.id' } },
  ...plain(['GET Storefront/{team}/_apis/dashboard/dashboards/{dashboard}']),
  {
    call: 'GET Storefront/{team}/_apis/dashboard/dashboards/{dashboard}/widgets',
    keep: { widget: 'value.0.id' },
  },
  ...plain(['GET Storefront/{team}/_apis/dashboard/dashboards/{dashboard}/widgets/{widget}']),
  {
    call: 'GET Storefront/_apis/dashboard/widgettypes?$scope=project_team',
    keep: { widgetType: 'widgetTypes.0.contributionId' },
  },
  ...plain(['GET Storefront/_apis/dashboard/widgettypes/{widgetType}']),
  { call: 'GET _apis/work/processes', keep: { processTemplate: 'value.0.typeId' } },
  ...plain([
    'GET _apis/work/processes/{processTemplate}',
    'GET _apis/work/processes/{processTemplate}/behaviors',
    'GET _apis/work/processes/{processTemplate}/behaviors/System.PortfolioBacklogBehavior',
    'GET _apis/work/processes/{processTemplate}/workitemtypes',
    'GET _apis/work/processes/{processTemplate}/workitemtypes/Microsoft.VSTS.WorkItemTypes.Bug',
    'GET _apis/work/processes/{processTemplate}/workitemtypes/Microsoft.VSTS.WorkItemTypes.Bug/fields',
    'GET _apis/work/processes/{processTemplate}/workitemtypes/Microsoft.VSTS.WorkItemTypes.Bug/fields/System.Title',
    'GET _apis/work/processes/lists',
  ]),
  {
    call: 'GET _apis/work/processes/{processTemplate}/workitemtypes/Microsoft.VSTS.WorkItemTypes.Bug/rules',
    keep: { processRule: 'value.0.id' },
  },
  ...plain([
    'GET _apis/work/processes/{processTemplate}/workitemtypes/Microsoft.VSTS.WorkItemTypes.Bug/rules/{processRule}',
  ]),
  {
    call: 'GET _apis/work/processes/{processTemplate}/workitemtypes/Microsoft.VSTS.WorkItemTypes.Bug/states',
    keep: { processState: 'value.0.id' },
  },
  ...plain([
    'GET _apis/work/processes/{processTemplate}/workitemtypes/Microsoft.VSTS.WorkItemTypes.Bug/states/{processState}',
  ]),
  {
    call: 'PUT Storefront/{team}/_apis/work/teamsettings/iterations/{iteration}/capacities',
    body: [{ teamMember: { id: '{teamMember}' }, activities: [{ capacityPerDay: 6, name: 'Testing' }], daysOff: [] }],
  },
]
