import { createEndpoints } from '#lib/platform/azure-devops/endpoints'
import { createPacing } from '#lib/platform/azure-devops/pacing'
import { readWorkItems } from '#lib/platform/azure-devops/read-work-items'
import { retryPolicy } from '#lib/platform/azure-devops/schema'
import { createTransport } from '#lib/platform/azure-devops/transport'
import { networkFetch } from '#lib/platform/http/network-fetch'
import { fields, measure, wiql } from '../reading'
import { tokenSource } from './sign-in'

const source = tokenSource()
const send = createTransport({
  organization: 'contoso',
  apiVersion: '7.1',
  tokenSource: source,
  fetch: networkFetch,
  retryPolicy: retryPolicy.parse({}),
  pacing: createPacing(),
})
const endpoints = createEndpoints(send)
await source.token()
await endpoints.getConnectionData()

await measure(async () => {
  const { workItems } = await endpoints.queryByWiql({ query: wiql })
  const ids = workItems.map((item) => item.id)
  return (await readWorkItems(endpoints, ids, fields)).length
})
process.exit()
