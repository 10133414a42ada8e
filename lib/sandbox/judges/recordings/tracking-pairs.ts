import 'server-only'
import { type Pair, pair, prepare } from './pair'

const as = 'application/json-patch+json'
const add = (path: string, value: unknown) => ({ op: 'add', path, value })
const wit = '_apis/wit'
const url = 'https://dev.azure.com/contoso/_apis/wit/workItems'
const child = (id: string) => add('/relations/-', { rel: 'System.LinkTypes.Hierarchy-Forward', url: `${url}/${id}` })
const columns = 'System.Id,System.WorkItemType,System.Title,System.AssignedTo,System.State,System.Tags'
const query = 'SELECT [System.Id] FROM WorkItems WHERE ([System.Id] = 1 OR [System.Id] = 2)'

const items: readonly Pair[] = [
  pair('work-items 06081b 14', `GET ${wit}/workItemRelationTypes`),
  pair('work-items 06081b 9', `POST Storefront/${wit}/workItems/$Task`, {
    as,
    body: [add('/fields/System.Title', 'Parent')],
    keep: { parent: 'id' },
  }),
  pair('work-items 417a93 2', `POST Storefront/${wit}/workItems/$Bug`, {
    as,
    body: [add('/fields/System.Title', 'Child')],
    keep: { child: 'id' },
  }),
  pair('work-items 06081b 16', `PATCH ${wit}/workItems/{parent}`, { as, body: [child('{child}')] }),
  pair('errors 4d3050 6', `PATCH ${wit}/workItems/{parent}`, { as, body: [{ ...child('{child}'), op: 0 }] }),
  pair('work-items 06081b 17', `GET ${wit}/workItems/{parent}?$expand=all`),
  pair('work-items 417a93 5', `GET ${wit}/workItems/{child}?fields=System.Id,System.Tags`),
  pair('work-items d75069 10', `GET ${wit}/workItems?ids=1,2`),
  pair('wiql 9c4ca1 1', `GET ${wit}/workItems?ids=1,2&fields=${columns}&asOf=2026-11-23T10:59:00Z`),
  pair('work-items 6f1493 3', `DELETE Storefront/${wit}/workItems/{child}?destroy=false`),
  pair('errors 6f1493 4', `GET ${wit}/workItems/{child}?$expand=all`),
  pair('errors 417a93 11', `PATCH ${wit}/workItems/{child}`, { as, body: [add('/fields/System.Tags', 'tag2')] }),
  pair('errors 3993bb 6', `GET ${wit}/workItems/999999`),
  pair('errors dd5036 0', `POST Nowhere/${wit}/workItems/$Task`, { as, body: [add('/fields/System.Title', 'Lost')] }),
]

const queries: readonly Pair[] = [
  pair('wiql 06081b 15', `POST ${wit}/wiql`, { body: { query } }),
  prepare(`POST Storefront/${wit}/queries/Shared%20Queries?api-version=7.1`, {
    body: { name: 'Practice', wiql: query },
    keep: { query: 'id' },
  }),
  pair('wiql 9c4ca1 0', `GET ${wit}/wiql/{query}`),
]

const nodes: readonly Pair[] = [
  pair('classification-nodes 1c585f 14', `GET Storefront/${wit}/classificationNodes?$depth=1`),
  pair('classification-nodes 226ede 9', `GET Storefront/${wit}/classificationNodes/areas?$depth=1`),
  pair('classification-nodes 1c585f 9', `GET Storefront/${wit}/classificationNodes/iterations?$depth=1`),
  pair('classification-nodes 226ede 12', `POST Storefront/${wit}/classificationNodes/areas`, {
    body: { name: 'Root' },
  }),
  pair('classification-nodes 226ede 15', `POST Storefront/${wit}/classificationNodes/areas/%5CRoot`, {
    body: { name: 'Leaf' },
    keep: { leaf: 'id' },
  }),
  pair('classification-nodes 1c585f 19', `GET Storefront/${wit}/classificationNodes?ids={leaf}`),
  pair('classification-nodes 226ede 22', `GET Storefront/${wit}/classificationNodes/areas/%5CRoot%5CLeaf`),
  pair('classification-nodes 226ede 39', `DELETE Storefront/${wit}/classificationNodes/areas/%5CRoot`),
  pair('classification-nodes 1c585f 12', `POST Storefront/${wit}/classificationNodes/iterations`, {
    body: { attributes: {}, name: 'Round' },
    keep: { round: 'id', roundId: 'identifier' },
  }),
  pair('classification-nodes 1c585f 15', `POST Storefront/${wit}/classificationNodes/iterations/%5CRound`, {
    body: { attributes: {}, name: 'First' },
  }),
  pair('classification-nodes 1c585f 23', `PATCH Storefront/${wit}/classificationNodes/iterations/%5CRound%5CFirst`, {
    body: { attributes: {}, name: 'First' },
  }),
  pair('classification-nodes 1c585f 22', `GET Storefront/${wit}/classificationNodes/iterations/%5CRound%5CFirst`),
]

const team = 'Storefront/Practice/_apis/work/teamsettings'

/** Of a team that is new, and so has nothing set. */
const settings: readonly Pair[] = [
  pair('team-settings 1c585f 26', `GET ${team}`),
  pair('team-settings 1c585f 24', `GET ${team}/iterations`),
  pair('errors 1c585f 25', `POST ${team}/iterations`, { body: { id: '{roundId}' } }),
  pair('team-settings 1c585f 27', `PATCH ${team}`, { body: { backlogIteration: '{roundId}' } }),
  pair('team-settings 1c585f 29', `POST ${team}/iterations`, { body: { id: '{roundId}' } }),
  pair('team-settings 1c585f 34', `DELETE ${team}/iterations/{roundId}`),
  pair('team-settings 226ede 23', `GET ${team}/teamfieldvalues`),
  pair('errors 226ede 25', `PATCH ${team}/teamfieldvalues`, {
    body: { values: [{ includeChildren: false, value: '\\Storefront' }] },
  }),
  pair('team-settings 226ede 28', `PATCH ${team}/teamfieldvalues`, {
    body: { defaultValue: 'Storefront', values: [{ includeChildren: false, value: 'Storefront' }] },
  }),
]

/** In order: later ones stand on what earlier ones made. */
export const trackingPairs: readonly Pair[] = [...items, ...queries, ...nodes, ...settings]
