import 'server-only'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getPersonalAccessTokenHandler, WebApi } from 'azure-devops-node-api'

/** Microsoft's own client for Node, as it is published, connected over HTTP to an organization for tests. */
export async function connectClient(organization: { fetch(request: Request): Promise<Response> }) {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const { method = 'GET', url = '/', headers } = incoming
    const hasBody = method !== 'GET' && method !== 'HEAD' && chunks.length > 0
    const request = new Request(`http://${headers.host}${url}`, {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      body: hasBody ? Buffer.concat(chunks) : null,
    })
    const response = await organization.fetch(request)
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    api: new WebApi(`http://127.0.0.1:${port}/contoso`, getPersonalAccessTokenHandler('secret')),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
