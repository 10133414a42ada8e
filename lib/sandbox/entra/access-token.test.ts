import { expect, test } from 'vitest'
import { identityOf } from '../identity'
import { createAccessTokens } from './access-token'
import { azureDevOpsAppId } from './scope'

const lifetime = 3599
const grant = (resource: string) => ({ resource, app: identityOf(1) })

async function tokensOfTheSandbox() {
  let instant = Date.now()
  const tokens = await createAccessTokens(identityOf(1).tenantId, () => new Date(instant))
  const passSeconds = (seconds: number) => {
    instant += seconds * 1000
  }
  return { tokens, passSeconds }
}

test('a token speaks for its app as long as it is valid, however often it comes, and not a second longer', async () => {
  const { tokens, passSeconds } = await tokensOfTheSandbox()
  const token = await tokens.issue(grant(azureDevOpsAppId), lifetime)
  const holder = { objectId: identityOf(1).servicePrincipalObjectId, clientId: identityOf(1).clientId }
  await expect(tokens.verify(token)).resolves.toMatchObject(holder)
  passSeconds(lifetime - 1)
  await expect(tokens.verify(token)).resolves.toMatchObject(holder)
  passSeconds(2)
  await expect(tokens.verify(token)).resolves.toBeUndefined()
})

test('a token of another sandbox, for another resource or with another signature is nobody’s', async () => {
  const { tokens } = await tokensOfTheSandbox()
  const foreign = await (await tokensOfTheSandbox()).tokens.issue(grant(azureDevOpsAppId), lifetime)
  const [head, claims] = (await tokens.issue(grant(azureDevOpsAppId), lifetime)).split('.')
  const [, , signature] = (await tokens.issue(grant(azureDevOpsAppId), lifetime)).split('.')
  const elsewhere = await tokens.issue(grant('https://graph.microsoft.com'), lifetime)
  for (const token of [foreign, elsewhere, `${head}.${claims}.${signature}`, 'not a token']) {
    await expect(tokens.verify(token)).resolves.toBeUndefined()
  }
})
