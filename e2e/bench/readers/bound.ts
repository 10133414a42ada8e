/**
 * What the wire allows: the same requests at the same parallelism, their bytes read and thrown away. The IDs come from
 * the query as they must; nothing else is parsed or checked.
 */
import { networkFetch } from '#lib/platform/http/network-fetch'
import { fields, measure, wiql } from '../reading'
import { tokenSource } from './sign-in'

const batchSize = 200
const parallelism = 16
const { value: token } = await tokenSource().token()

async function post(path: string, body: unknown): Promise<string> {
  const response = await networkFetch(
    new Request(`https://dev.azure.com/contoso/_apis/wit/${path}?api-version=7.1`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
  return response.text()
}

await post('workitemsbatch', { ids: [1], fields })

await measure(async () => {
  const answer: { workItems: { id: number }[] } = JSON.parse(await post('wiql', { query: wiql }))
  const ids = answer.workItems.map((item) => item.id)
  const starts = Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, batch) => batch * batchSize)
  const worker = async () => {
    for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
      await post('workitemsbatch', { ids: ids.slice(start, start + batchSize), fields })
    }
  }
  await Promise.all(Array.from({ length: parallelism }, worker))
  return ids.length
})
process.exit()
