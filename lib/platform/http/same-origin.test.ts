import { describe, expect, test } from 'vitest'
import { requireSameOrigin } from './same-origin'

const ours = 'https://certboard.example'
const send = (method: string, headers: Record<string, string>) => () =>
  requireSameOrigin(new Request(`${ours}/api/connections`, { method, headers }), ours)

describe('a write is refused when', () => {
  test.each([
    ['another site sent it', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another site sent it and claims our origin', { 'sec-fetch-site': 'cross-site', origin: ours }],
    ['a sibling of our host sent it', { 'sec-fetch-site': 'same-site', origin: 'https://other.certboard.example' }],
    ['it was typed or opened from a bookmark', { 'sec-fetch-site': 'none' }],
    ['the browser says something unheard of', { 'sec-fetch-site': 'Same-Origin' }],
    ['nothing says where it comes from', {}],
    ['only a foreign Origin does', { origin: 'https://evil.example' }],
    ['its Origin is opaque, as from a sandboxed frame', { origin: 'null' }],
    ['its Origin differs in the scheme', { origin: 'http://certboard.example' }],
    ['its Origin differs in the port', { origin: 'https://certboard.example:8443' }],
    ['its Origin only begins like ours', { origin: 'https://certboard.example.evil.example' }],
    ['its Origin has a path after ours', { origin: `${ours}/` }],
  ])('%s', (_why, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(send(method, headers), method).toThrow(expect.objectContaining({ code: 'origin_refused' }))
    }
  })
})

describe('a request passes when', () => {
  test.each([
    ['our own page sent it', 'POST', { 'sec-fetch-site': 'same-origin', origin: ours }],
    ['an old browser names our origin', 'DELETE', { origin: ours }],
    ['it only reads, wherever it comes from', 'GET', { 'sec-fetch-site': 'cross-site' }],
    ['it only asks for headers', 'HEAD', {}],
  ])('%s', (_why, method, headers) => {
    expect(send(method, headers)).not.toThrow()
  })
})
