import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fetchJson } from './fetch'
import { problemOf } from './problem'

const problem = {
  status: 400,
  code: 'request_invalid',
  title: 'T',
  detail: 'D',
  remedy: 'R',
  requestId: 'r',
  evidence: [],
}

let server: Server
let address: string

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/problem') response.writeHead(400).end(JSON.stringify(problem))
    else if (request.url === '/html') response.writeHead(502).end('<h1>Bad gateway</h1>')
    else response.end(JSON.stringify({ method: request.method }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const failure = (path: string) => fetchJson(path).then(() => undefined, problemOf)

it('gives the answer of a route', async () => {
  expect(await fetchJson(address, { method: 'POST', body: {} })).toEqual({ method: 'POST' })
})

it('throws the problem document that the route sent', async () => {
  expect(await failure(`${address}/problem`)).toEqual(problem)
})

it('says that Certboard is unreachable when something else answered', async () => {
  expect(await failure(`${address}/html`)).toMatchObject({ code: 'certboard_unreachable' })
})

it('says that Certboard is unreachable when nothing answered', async () => {
  expect(await failure('http://127.0.0.1:1/')).toMatchObject({ code: 'certboard_unreachable' })
})
