/** azure-devops-node-api as its samples use it: one batch of 200 after the other. */
import { getBearerHandler, WebApi } from 'azure-devops-node-api'
import { fields, measure, wiql } from '../reading'
import { tokenSource } from './sign-in'

const batchSize = 200
const { value: token } = await tokenSource().token()
const api = new WebApi('https://dev.azure.com/contoso', getBearerHandler(token))
// Resolves the API's locations first, as signing in does for ours.
const tracking = await api.getWorkItemTrackingApi()

await measure(async () => {
  const { workItems = [] } = await tracking.queryByWiql({ query: wiql })
  const ids = workItems.flatMap(({ id }) => (id === undefined ? [] : [id]))
  let read = 0
  for (let start = 0; start < ids.length; start += batchSize) {
    const batch = await tracking.getWorkItemsBatch({ ids: ids.slice(start, start + batchSize), fields: [...fields] })
    read += batch.length
  }
  return read
})
process.exit()
