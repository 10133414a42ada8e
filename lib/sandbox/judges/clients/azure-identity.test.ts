import { readFileSync } from 'node:fs'
import { ProxyAgent, request } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAzureIdentity, startForClients, tokenFor } from './standalone'

let standalone: Awaited<ReturnType<typeof startForClients>>
beforeAll(async () => {
  standalone = await startForClients()
})
afterAll(() => standalone.stop())

describe('@azure/identity, unmodified, through the proxy', () => {
  test('gets a token with the certificate file, and the token opens the organization', async () => {
    const { organizationUrl, proxy, caFile, projects } = standalone.ready
    const dispatcher = new ProxyAgent({ uri: proxy, requestTls: { ca: readFileSync(caFile, 'utf8') } })
    const headers = { authorization: `Bearer ${await tokenFor(standalone)}` }
    const answer = await request(`${organizationUrl}/_apis/projects`, { dispatcher, headers })
    expect(await answer.body.json()).toMatchObject({ count: projects.length })
    await dispatcher.close()
    expect(standalone.reports).toEqual([])
  })

  test('tells of a certificate that nobody uploaded by its number', async () => {
    const { message } = await askAzureIdentity(standalone, standalone.strangeCertificateFile)
    expect(message).toContain('AADSTS700027')
  })
})
