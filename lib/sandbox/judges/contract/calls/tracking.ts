import 'server-only'
import { type ExampleCall, plain } from '../../example-call'

const jsonPatch = 'application/json-patch+json'
const set = (path: string, value: unknown) => ({ op: 'add', path, value })
const flat = "SELECT [System.Id], [System.Title] FROM WorkItems WHERE [System.State] <> '' ORDER BY [System.Id]"
const tree =
  "SELECT [System.Id] FROM WorkItemLinks WHERE [System.Links.LinkType] = 'System.LinkTypes.Hierarchy-Forward' MODE (Recursive)"
const oneHop = 'SELECT [System.Id] FROM WorkItemLinks WHERE [Source].[System.Id] > 0 MODE (MayContain)'

const inBatch = {
  method: 'PATCH',
  uri: '/_apis/wit/workitems/{item}?api-version=7.1',
  headers: { 'Content-Type': jsonPatch },
  body: [set('/fields/System.Title', 'Practised in a batch')],
}

const definitions = plain([
  'GET _apis/wit/artifactlinktypes',
  'GET _apis/wit/fields',
  'GET _apis/wit/fields/System.State',
  'GET Storefront/_apis/wit/fields',
  'GET Storefront/_apis/wit/fields/System.AssignedTo',
  'GET _apis/wit/workitemicons',
  'GET _apis/wit/workitemicons/icon_book',
  'GET _apis/wit/workitemrelationtypes',
  'GET _apis/wit/workitemrelationtypes/System.LinkTypes.Hierarchy-Forward',
  'GET _apis/wit/workitemtransitions?ids=1,2&action=checkin',
  'GET Storefront/_apis/wit/workitemtypecategories',
  'GET Storefront/_apis/wit/workitemtypecategories/Microsoft.RequirementCategory',
  'GET Storefront/_apis/wit/workitemtypes',
  'GET Storefront/_apis/wit/workitemtypes/User Story',
  'GET Storefront/_apis/wit/workitemtypes/Bug/fields',
  'GET Storefront/_apis/wit/workitemtypes/Bug/fields?$expand=all',
  'GET Storefront/_apis/wit/workitemtypes/Bug/fields/System.State?$expand=all',
  'GET Storefront/_apis/wit/workitemtypes/Bug/states',
])

const reads: readonly ExampleCall[] = [
  ...plain([
    'GET _apis/wit/workitems?ids=1,2,3',
    'GET Storefront/_apis/wit/workitems?ids=1&$expand=all',
    'GET _apis/wit/workitems?ids=1,2&fields=System.Id,System.Title',
    'GET _apis/wit/workitems/1',
    'GET _apis/wit/workitems/1?$expand=all',
    'GET _apis/wit/workitems/1?$expand=relations',
    'GET Storefront/_apis/wit/workitems/$Bug',
    'GET _apis/wit/workitems/1/revisions',
    'GET _apis/wit/workitems/1/revisions/1?$expand=all',
    'GET _apis/wit/workitems/1/updates',
    'GET _apis/wit/workitems/1/updates/1',
  ]),
  { call: 'POST _apis/wit/workitemsbatch', body: { ids: [1, 2], fields: ['System.Id', 'System.AssignedTo'] } },
  { call: 'POST Storefront/_apis/wit/workitemsbatch', body: { ids: [1], $expand: 'All' } },
  { call: 'POST _apis/wit/workitemsbatch', body: { ids: [1, 999_999], errorPolicy: 'omit' } },
]

const queries: readonly ExampleCall[] = [
  ...[flat, tree, oneHop].map((query) => ({ call: 'POST Storefront/_apis/wit/wiql', body: { query } })),
  { call: 'POST Storefront/{team}/_apis/wit/wiql?$top=5', body: { query: flat } },
  { call: 'GET Storefront/_apis/wit/queries?$depth=2&$expand=all', keep: { sharedFolder: 'value.1.id' } },
  {
    call: 'POST Storefront/_apis/wit/queries/Shared Queries',
    body: { name: 'Practice', wiql: flat },
    keep: { query: 'id' },
  },
  ...plain(['GET Storefront/_apis/wit/queries/{query}', 'GET Storefront/_apis/wit/queries/{query}?$expand=clauses']),
  ...plain([
    'GET Storefront/_apis/wit/queries?$filter=Practice',
    'GET Storefront/_apis/wit/queries/{sharedFolder}?$depth=1',
  ]),
  { call: 'PATCH Storefront/_apis/wit/queries/{query}', body: { name: 'Practised' } },
  { call: 'POST Storefront/_apis/wit/queriesbatch', body: { ids: ['{query}'], $expand: 'wiql' } },
  { call: 'POST Storefront/_apis/wit/tempqueries', body: { wiql: flat }, keep: { temporary: 'id' } },
  ...plain(['GET Storefront/_apis/wit/wiql/{temporary}', 'HEAD Storefront/_apis/wit/wiql/{temporary}']),
  ...plain(['GET Storefront/{team}/_apis/wit/wiql/{query}', 'HEAD Storefront/{team}/_apis/wit/wiql/{query}']),
  ...plain(['DELETE Storefront/_apis/wit/queries/{query}']),
]

const nodes: readonly ExampleCall[] = [
  ...plain(['GET Storefront/_apis/wit/classificationnodes?$depth=2', 'GET Storefront/_apis/wit/classificationnodes']),
  ...plain([
    'GET Storefront/_apis/wit/classificationnodes/Areas',
    'GET Storefront/_apis/wit/classificationnodes/Iterations?$depth=1',
  ]),
  { call: 'POST Storefront/_apis/wit/classificationnodes/Areas', body: { name: 'Practice' }, keep: { node: 'id' } },
  ...plain([
    'GET Storefront/_apis/wit/classificationnodes/Areas/Practice',
    'GET Storefront/_apis/wit/classificationnodes?ids={node}',
  ]),
  { call: 'PATCH Storefront/_apis/wit/classificationnodes/Areas/Practice', body: { name: 'Practised' } },
  ...plain(['DELETE Storefront/_apis/wit/classificationnodes/Areas/Practised']),
  {
    call: 'POST Storefront/_apis/wit/classificationnodes/Iterations',
    body: {
      name: 'Practice sprint',
      attributes: { startDate: '2027-01-04T00:00:00Z', finishDate: '2027-01-15T00:00:00Z' },
    },
  },
]

const writes: readonly ExampleCall[] = [
  {
    call: 'POST Storefront/_apis/wit/workitems/$Task',
    as: jsonPatch,
    body: [set('/fields/System.Title', 'Practise'), set('/fields/System.Tags', 'practice; first')],
    keep: { item: 'id' },
  },
  { call: 'PATCH _apis/wit/workitems/{item}', as: jsonPatch, body: [set('/fields/System.State', 'Active')] },
  {
    call: 'PATCH _apis/wit/workitems/{item}?$expand=all',
    as: jsonPatch,
    body: [
      set('/relations/-', {
        rel: 'System.LinkTypes.Related',
        url: 'https://dev.azure.com/contoso/_apis/wit/workItems/1',
      }),
    ],
  },
  ...plain(['GET _apis/wit/workitems/{item}/updates', 'GET _apis/wit/workitems/{item}/revisions']),
  {
    call: 'POST Storefront/_apis/wit/workitems/{item}/comments',
    body: { text: 'A first comment' },
    keep: { comment: 'id' },
  },
  ...plain([
    'GET Storefront/_apis/wit/workitems/{item}/comments',
    'GET Storefront/_apis/wit/workitems/{item}/comments?$expand=all',
    'GET Storefront/_apis/wit/workitems/{item}/comments?ids={comment}',
  ]),
  ...plain(['GET Storefront/_apis/wit/workitems/{item}/comments/{comment}']),
  { call: 'PATCH Storefront/_apis/wit/workitems/{item}/comments/{comment}', body: { text: 'A better comment' } },
  {
    call: 'POST Storefront/_apis/wit/workitems/{item}/comments?format=markdown',
    body: { text: 'A **second** comment' },
    keep: { second: 'id' },
  },
  {
    call: 'PATCH Storefront/_apis/wit/workitems/{item}/comments/{second}?format=html',
    body: { text: 'A <b>second</b> comment' },
  },
  ...plain([
    'GET Storefront/_apis/wit/workitems/{item}/comments/{comment}/versions',
    'GET Storefront/_apis/wit/workitems/{item}/comments/{comment}/versions/1',
    'PUT Storefront/_apis/wit/workitems/{item}/comments/{comment}/reactions/like',
    'GET Storefront/_apis/wit/workitems/{item}/comments/{comment}/reactions',
    'GET Storefront/_apis/wit/workitems/{item}/comments?$expand=reactions',
    'GET Storefront/_apis/wit/workitems/{item}/comments/{comment}/reactions/like/users',
    'DELETE Storefront/_apis/wit/workitems/{item}/comments/{comment}/reactions/like',
    'DELETE Storefront/_apis/wit/workitems/{item}/comments/{comment}',
  ]),
  { call: 'GET Storefront/_apis/wit/tags', keep: { tag: 'value.0.id' } },
  ...plain(['GET Storefront/_apis/wit/tags/{tag}']),
  { call: 'PATCH Storefront/_apis/wit/tags/{tag}', body: { name: 'practised' } },
  ...plain(['DELETE Storefront/_apis/wit/tags/{tag}']),
  {
    call: 'POST Storefront/_apis/wit/attachments?fileName=note.txt',
    as: 'application/octet-stream',
    body: 'A note',
    keep: { attachment: 'id' },
  },
  ...plain(['GET Storefront/_apis/wit/attachments/{attachment}?fileName=note.txt']),
  {
    call: 'POST Storefront/_apis/wit/attachments?fileName=long.txt&uploadType=chunked',
    as: 'application/octet-stream',
    body: '',
    keep: { chunked: 'id' },
  },
  {
    call: 'PUT Storefront/_apis/wit/attachments/{chunked}',
    as: 'application/octet-stream',
    range: 'bytes 0-3/4',
    body: 'long',
  },
  ...['POST', 'PATCH'].map((method) => ({ call: `${method} _apis/wit/$batch`, body: [inBatch] })),
  {
    call: 'PATCH Storefront/_apis/wit/workitems/$Task',
    as: jsonPatch,
    body: [set('/fields/System.Title', 'Practise more')],
  },
  ...plain(['DELETE Storefront/_apis/wit/workitems/{item}', 'GET Storefront/_apis/wit/recyclebin']),
  ...plain(['GET Storefront/_apis/wit/recyclebin?ids={item}', 'GET Storefront/_apis/wit/recyclebin/{item}']),
  { call: 'PATCH Storefront/_apis/wit/recyclebin/{item}', body: { IsDeleted: false } },
  { call: 'POST Storefront/_apis/wit/workitemsdelete', body: { ids: ['{item}'] } },
  ...plain(['DELETE Storefront/_apis/wit/recyclebin/{item}']),
]

const reporting: readonly ExampleCall[] = [
  ...plain([
    'GET _apis/wit/reporting/workitemrevisions',
    'GET Storefront/_apis/wit/reporting/workitemrevisions?$expand=fields&$maxPageSize=20',
    'GET Storefront/_apis/wit/reporting/workitemlinks',
    'GET Storefront/_apis/wit/reporting/workitemrevisions/discussions',
  ]),
  { call: 'POST Storefront/_apis/wit/reporting/workitemrevisions', body: { fields: ['System.Id', 'System.State'] } },
  { call: 'POST Storefront/_apis/wit/artifacturiquery', body: { artifactUris: ['vstfs:///Git/Commit/none'] } },
]

export const trackingCalls: readonly ExampleCall[] = [
  ...definitions,
  ...reads,
  ...queries,
  ...nodes,
  ...reporting,
  ...writes,
]
