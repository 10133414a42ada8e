import { NextRequest } from 'next/server'
import { afterEach, describe, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** The policy is chosen when the module is loaded, as Next loads it: for development or for production. */
async function answerIn(mode: 'production' | 'development', headers: Record<string, string> = {}) {
  vi.stubEnv('NODE_ENV', mode)
  const { proxy } = await import('../proxy')
  return proxy(new NextRequest('http://localhost:3000/work-items?q=1', { headers }))
}

const policyOf = (response: Response) =>
  new Map(
    (response.headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources] as const
    }),
  )

describe('in production', () => {
  test('nothing is evaluated and nothing inline runs or styles without the nonce, but for style attributes', async () => {
    const policy = policyOf(await answerIn('production'))
    const nonce = expect.stringMatching(/^'nonce-[A-Za-z0-9+/]{32,}={0,2}'$/)
    expect(policy.get('script-src')).toEqual(["'self'", nonce, "'strict-dynamic'"])
    expect(policy.get('style-src')).toEqual(["'self'", nonce])
    const unsafe = [...policy].filter(([, sources]) => sources.some((source) => source.startsWith("'unsafe")))
    expect(unsafe).toEqual([['style-src-attr', ["'unsafe-inline'"]]])
  })

  test('nothing comes from or goes to another host, and no other site frames a page', async () => {
    const policy = policyOf(await answerIn('production'))
    for (const name of ['default-src', 'connect-src', 'font-src', 'base-uri', 'form-action']) {
      expect(policy.get(name), name).toEqual(["'self'"])
    }
    expect(policy.get('object-src')).toEqual(["'none'"])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('img-src')).toEqual(["'self'", 'blob:', 'data:'])
  })
})

test('each answer has a nonce of its own', async () => {
  const first = policyOf(await answerIn('production')).get('script-src')
  const second = policyOf(await answerIn('production')).get('script-src')
  expect(first).not.toEqual(second)
})

test('the page is rendered with the nonce of its own answer, whatever the client claims', async () => {
  const claimed = { 'content-security-policy': "script-src 'nonce-guessed'", 'x-nonce': 'guessed' }
  const { headers } = await answerIn('production', claimed)
  const nonce = headers.get('x-middleware-request-x-nonce')
  expect(headers.get('x-middleware-request-content-security-policy')).toBe(headers.get('content-security-policy'))
  expect(headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
  expect(nonce).not.toBe('guessed')
})

test('only in development may Next evaluate code and style without a nonce', async () => {
  const policy = policyOf(await answerIn('development'))
  expect(policy.get('script-src')).toContain("'unsafe-eval'")
  expect(policy.get('style-src')).toEqual(["'self'", "'unsafe-inline'"])
})
