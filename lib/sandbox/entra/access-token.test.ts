import { expect, test } from 'vitest'
import { identityOf } from '../identity'
import { createAccessTokens } from './access-token'
import { azureDevOpsAppId } from './scope'

const lifetime = 3599
const grant = (resource: string, graphPermissions: string[] = []) => ({
  resource,
  app: { ...identityOf(1), graphPermissions },
})

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
  const { tenantId, clientId, servicePrincipalObjectId: objectId } = identityOf(1)
  const says = { holder: { objectId, tenantId, clientId }, resource: azureDevOpsAppId, roles: [] }
  await expect(tokens.read(token)).resolves.toEqual(says)
  passSeconds(lifetime - 1)
  await expect(tokens.read(token)).resolves.toEqual(says)
  passSeconds(2)
  await expect(tokens.read(token)).resolves.toBeUndefined()
})

test('a token of another sandbox or with another signature is nobody’s', async () => {
  const { tokens } = await tokensOfTheSandbox()
  const foreign = await (await tokensOfTheSandbox()).tokens.issue(grant(azureDevOpsAppId), lifetime)
  const [head, claims] = (await tokens.issue(grant(azureDevOpsAppId), lifetime)).split('.')
  const [, , signature] = (await tokens.issue(grant(azureDevOpsAppId), lifetime)).split('.')
  for (const token of [foreign, `${head}.${claims}.${signature}`, 'not a token']) {
    await expect(tokens.read(token)).resolves.toBeUndefined()
  }
})

test('the permissions of Microsoft Graph are the roles of a token for it, and of no other', async () => {
  const { tokens } = await tokensOfTheSandbox()
  const rolesFor = async (resource: string) => {
    const token = await tokens.issue(grant(resource, ['Application.Read.All']), lifetime)
    return (await tokens.read(token))?.roles
  }
  expect(await rolesFor('https://graph.microsoft.com/')).toEqual(['Application.Read.All'])
  expect(await rolesFor('https://management.core.windows.net/')).toEqual([])
  expect(await rolesFor(azureDevOpsAppId)).toEqual([])
})
