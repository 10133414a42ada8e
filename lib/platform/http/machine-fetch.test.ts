import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { Agent } from 'undici'
import { expect, test } from 'vitest'
import { createMachineFetch, machineFetch } from './machine-fetch'

test.each(['http://127.0.0.1/', 'http://169.254.169.254.example.com/', 'https://169.254.169.254/', 'http://10.0.0.1/'])(
  '%s is no service of this machine',
  async (url) => {
    await expect(machineFetch(new Request(url))).rejects.toMatchObject({ code: 'host_not_allowed' })
  },
)

test('the metadata service is asked directly, with the headers that it wants', async () => {
  const server = createServer((request, response) => response.end(`${request.url} ${request.headers.metadata}`))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const agent = new Agent({
    connect: (_, callback) => {
      const socket = connect(Number(port), '127.0.0.1', () => callback(null, socket))
    },
  })
  const fetch = createMachineFetch(() => agent)
  const answer = await fetch(new Request('http://169.254.169.254/metadata/x?y=1', { headers: { metadata: 'true' } }))
  expect([answer.status, await answer.text()]).toEqual([200, '/metadata/x?y=1 true'])
  await agent.close()
  server.close()
})
