import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isInstalled, runInShell } from './shell'
import { startForClients, terminalEnvironment } from './standalone'

const canRun = isInstalled('az') && isInstalled('openssl')

let standalone: Awaited<ReturnType<typeof startForClients>>
let environment: NodeJS.ProcessEnv

beforeAll(async () => {
  standalone = await startForClients()
  const folder = dirname(standalone.ready.caFile)
  environment = {
    ...terminalEnvironment(standalone.ready),
    AZURE_CONFIG_DIR: join(folder, 'azure-admin'),
    AZURE_CORE_COLLECT_TELEMETRY: 'no',
    ADO: '499b84ac-1321-427f-aa17-267ca6975798',
    FOLDER: folder,
  }
  if (!canRun) return
  // Since 2.67 a certificate is no password any more.
  const [option] = await run('az login --help | grep -o -m 1 -e --certificate || echo --password')
  environment.BY_CERTIFICATE = option
  await run(
    'az login --service-principal -u $ADMIN_ID -t $TENANT_ID $BY_CERTIFICATE $ADMIN_FILE --allow-no-subscriptions',
  )
}, 120_000)
afterAll(() => standalone.stop())

/** The lines that a script prints. */
async function run(...steps: readonly string[]): Promise<string[]> {
  const { code, stdout, stderr } = await runInShell(steps.join('\n'), environment)
  if (code !== 0) throw new Error(stderr)
  return stdout.split('\n')
}

/** What a script says on its way to failing. */
async function failureOf(...steps: readonly string[]): Promise<string> {
  const { code, stderr } = await runInShell(steps.join('\n'), environment)
  return code === 0 ? 'no failure' : stderr
}

/** One that shows nothing, and says so, where there is no Azure CLI. */
const judged = (name: string, body: () => Promise<void>) =>
  test(canRun ? name : `${name}: skipped, no Azure CLI`, { timeout: 120_000 }, async () => {
    if (canRun) await body()
  })

const newCertificate = `
  openssl req -x509 -newkey rsa:2048 -nodes -keyout $PEM -out $CERT -days 800 -subj /CN=mine 2>/dev/null
  cat $CERT >> $PEM
`

/** A new app: its client ID in `$APP`; in the files `$CERT` and `$PEM` a certificate, and the same with its key. */
const registered = (name: string): string => `
  APP=$(az ad app create --display-name ${name} --sign-in-audience AzureADMyOrg --query appId -o tsv)
  CERT=$FOLDER/${name}.crt PEM=$FOLDER/${name}.pem
  ${newCertificate}
`
const withServicePrincipal = 'az ad sp create --id $APP -o none'
const withCertificate = 'az ad app credential reset --id $APP --cert @$CERT --append -o none 2>/dev/null'

/** As the app itself; the CLI remembers nothing of the administrator then. */
const signIn = `
  export AZURE_CONFIG_DIR=$(mktemp -d -p $FOLDER)
  az login --service-principal -u $APP -t $TENANT_ID $BY_CERTIFICATE $PEM --allow-no-subscriptions -o none
`
const credentials = 'az ad app credential list --id $APP --cert -o json'

describe('the Azure CLI, unmodified, through the proxy', () => {
  judged('signs in with a certificate in a tenant without subscriptions', async () => {
    const { automation, tenantId } = standalone.ready
    const account = JSON.parse((await run('az account show -o json')).join(''))
    expect(account).toMatchObject({ tenantId, user: { name: automation.clientId, type: 'servicePrincipal' } })
  })

  judged('sets up an app from nothing to a token that opens the organization', async () => {
    const addToOrganization = `
      OID=$(az ad sp show --id $APP --query id -o tsv)
      cat > $FOLDER/entitlement.json <<JSON
      {
        "accessLevel": { "accountLicenseType": "express", "licensingSource": "account" },
        "servicePrincipal": { "origin": "aad", "originId": "$OID", "subjectKind": "servicePrincipal" }
      }
JSON
      az rest --method post --resource $ADO --headers Content-Type=application/json --body @$FOLDER/entitlement.json \\
        --uri "https://vsaex.dev.azure.com/$ORGANIZATION/_apis/serviceprincipalentitlements?api-version=7.1-preview.1" \\
        --query isSuccess
    `
    const useIt = `
      az account get-access-token --resource $ADO --query tokenType -o tsv
      az rest --method get --resource $ADO --uri https://dev.azure.com/$ORGANIZATION/_apis/connectionData \\
        --query authenticatedUser.providerDisplayName -o tsv
    `
    const said = await run(registered('whole'), withServicePrincipal, withCertificate, addToOrganization, signIn, useIt)
    expect(said).toEqual(['true', 'Bearer', 'whole'])
  })

  judged('finds the app that it made before instead of making another of the name', async () => {
    const [first, second] = await run(registered('twice'), 'echo $APP', registered('twice'), 'echo $APP')
    expect(second).toBe(first)
  })

  judged('uploads a certificate beside the one that is there, or instead of it', async () => {
    const [beside, instead, thumbprint, told] = await run(
      ...[registered('rotation'), withCertificate, newCertificate, withCertificate],
      `${credentials} --query 'length(@)'`,
      withCertificate.replace('--append', ''),
      `${credentials} --query 'length(@)'`,
      'openssl x509 -in $CERT -noout -fingerprint -sha1 | cut -d= -f2 | tr -d :',
      `${credentials} --query '[0].customKeyIdentifier' -o tsv`,
    )
    expect([beside, instead]).toEqual(['2', '1'])
    expect(told).toBe(thumbprint)
  })

  judged('lets a certificate count for one year unless it is told the end, which may not be too late', async () => {
    const told = `${credentials} --query '[0].endDateTime' -o tsv`
    const dates = await run(
      ...[registered('dates'), withCertificate, told],
      ...[withCertificate.replace('--append', '--end-date 2099-01-01'), told],
      'openssl x509 -in $CERT -noout -enddate | cut -d= -f2',
    )
    const [byItself = 0, asked = 0, own = 0] = dates.map((date) => (Date.parse(date) - Date.now()) / 86_400_000)
    expect(Math.round(byItself)).toBeGreaterThanOrEqual(365)
    expect(Math.round(byItself)).toBeLessThanOrEqual(366)
    expect(own - asked).toBeGreaterThanOrEqual(0)
    expect(own - asked).toBeLessThan(1)
    const key = '$(openssl x509 -in $CERT -outform DER | openssl base64 -A)'
    const tooLate = `az ad app update --id $APP --key-value ${key} --start-date 2027-01-01 --end-date 2099-01-01`
    expect(await failureOf(registered('dates'), tooLate)).toContain('Key credential end date is invalid.')
  })

  judged('names what is wrong: no service principal, no certificate, a principal that is switched off', async () => {
    expect(await failureOf(registered('bare'), withCertificate, signIn)).toContain('AADSTS7000229')
    expect(await failureOf(registered('bare'), withServicePrincipal, signIn)).toContain('AADSTS700027')
    const set = (value: boolean) => `az ad sp update --id $APP --set accountEnabled=${value}`
    expect(await failureOf(registered('bare'), withCertificate, set(false), signIn)).toContain('AADSTS7000112')
    await run(registered('bare'), withCertificate, set(true), signIn)
  })

  judged(
    'may ask Microsoft Graph nothing as an app without permission, and finds nothing that is not there',
    async () => {
      const app = [registered('powerless'), withServicePrincipal, withCertificate, signIn]
      expect(await failureOf(...app, 'az ad app list')).toContain('Insufficient privileges to complete the operation.')
      const nobody = await runInShell('az ad app show --id 99999999-0000-4000-8000-000000000000', environment)
      expect(nobody).toMatchObject({ code: 3, stderr: expect.stringContaining('does not exist') })
    },
  )

  judged('asks for permissions of Azure DevOps and consents to them', async () => {
    const consent = `
      SCOPE=$(az ad sp show --id $ADO --query "oauth2PermissionScopes[?value=='vso.project'].id" -o tsv)
      az ad app permission add --id $APP --api $ADO --api-permissions $SCOPE=Scope 2>/dev/null
      az ad app permission grant --id $APP --api $ADO --scope vso.project -o none
      az ad app permission list-grants --id $APP --show-resource-name --query '[0].[resourceDisplayName,scope]' -o tsv
    `
    const said = await run(registered('consented'), withServicePrincipal, consent)
    expect(said).toEqual(['Azure DevOps', 'vso.project'])
    expect(standalone.sandbox.control.apps()).toContainEqual(
      expect.objectContaining({ displayName: 'consented', permissions: ['vso.project'], hasAdminConsent: true }),
    )
  })

  test('never makes the sandbox itself fail', () => {
    expect(standalone.reports).toEqual([])
  })
})
