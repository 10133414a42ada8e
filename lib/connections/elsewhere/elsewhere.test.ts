import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tenantOf } from '#lib/platform/addresses/token-url'
import { apiVersions, retryModes } from '#lib/platform/azure-devops/schema'
import { scopes } from '#lib/platform/entra/schema'
import { isInstalled } from '#lib/sandbox/judges/clients/shell'
import { type ConnectionSettings, connectionInput } from '../schema'
import { readSettings } from './schema'
import { elsewhereTexts } from './texts'

/** Names of projects that would break a command, a string or a connection string that does not quote them. */
const projectName = fc
  .string({ unit: fc.constantFrom(...`'"\`’$\\{}()[]%!&|;<>*?~#=^-,. aé`), minLength: 1, maxLength: 20 })
  .map((name) => name.trim())

const connection: fc.Arbitrary<ConnectionSettings> = fc
  .record({
    name: fc.constant('Contoso'),
    certificateId: fc.uuid(),
    tokenUrl: fc.oneof(fc.uuid(), fc.constant('contoso.onmicrosoft.com')),
    clientId: fc.uuid(),
    scope: fc.constantFrom(...scopes),
    organization: fc.constantFrom('contoso', 'Contoso-2', 'x9'),
    apiVersion: fc.constantFrom(...apiVersions),
    defaultProject: fc.oneof(projectName, fc.constant('')),
    retryMode: fc.constantFrom(...retryModes),
    retryStatusCodeList: fc.constantFrom('429', '429,502,503,504'),
    retryCountMax: fc.nat(20),
    retryMultiplyWaitTime: fc.boolean(),
  })
  .map((input) => connectionInput.parse(input))

const thumbprintSha1 = 'AB'.repeat(20)
const textOf = (tool: string, settings: ConnectionSettings): string =>
  elsewhereTexts({ settings, thumbprintSha1 }).find((one) => one.tool === tool)?.text ?? ''

/** The settings as the form takes them: those of which `names` are. */
function formValues(settings: ConnectionSettings, names: readonly string[]) {
  const values = { ...settings, retryStatusCodeList: settings.retryStatusCodeList.join(',') }
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => names.includes(name) && value !== undefined),
  )
}

const app = ['tokenUrl', 'clientId']
const retry = ['retryMode', 'retryStatusCodeList', 'retryCountMax', 'retryMultiplyWaitTime']
const organization = ['organization']

/** What each tool keeps of a connection. */
const kept: Readonly<Record<string, { readonly names: readonly string[]; readonly thumbprint?: true }>> = {
  'connection-string': {
    names: [...app, ...organization, 'scope', 'apiVersion', 'defaultProject', ...retry],
    thumbprint: true,
  },
  environment: { names: app },
  'azure-cli': { names: [...app, ...organization, 'defaultProject'] },
  powershell: { names: [...app, ...organization, 'apiVersion', 'scope'] },
  msal: { names: [...app, 'scope'], thumbprint: true },
  terraform: { names: [...app, ...organization] },
  'git-credential-manager': { names: app, thumbprint: true },
}

describe.each(Object.entries(kept))('%s', (tool, { names, thumbprint }) => {
  it('is read as it was written: the same settings come back, and nothing in it is unknown', () => {
    fc.assert(
      fc.property(connection, (settings) => {
        // PowerShell names the resource; that stands for the scope that Microsoft advises.
        const expected = tool === 'powershell' ? { ...settings, scope: scopes[1] } : settings
        expect(readSettings(textOf(tool, settings))).toEqual({
          values: formValues(expected, names),
          ...(thumbprint && { thumbprint: thumbprintSha1 }),
          refused: [],
          unknown: [],
          secrets: [],
        })
      }),
    )
  })
})

it('every tool is read again', () => {
  const [settings] = fc.sample(connection, 1)
  expect(settings && elsewhereTexts({ settings, thumbprintSha1 }).map(({ tool }) => tool)).toEqual(Object.keys(kept))
})

it.each(['environment', 'azure-cli', 'git-credential-manager'])(
  'bash takes the text for %s, and hands each value on as it is',
  (tool) => {
    for (const settings of fc.sample(connection, { numRuns: 25, seed: 7 })) {
      const text = textOf(tool, settings)
      execFileSync('bash', ['-n'], { input: text })
      // Functions in place of the programs say what they were given.
      const told = execFileSync('bash', [], {
        input: `az() { printf '%s\\n' "$@"; }\ngit() { az "$@"; }\n${text}\nenv`,
        encoding: 'utf8',
      }).split('\n')
      if (tool === 'azure-cli' && settings.defaultProject) expect(told).toContain(`project=${settings.defaultProject}`)
      const tenant = tenantOf(settings.tokenUrl)
      const values = { environment: `AZURE_TENANT_ID=${tenant}`, 'azure-cli': tenant }
      expect(told).toContain(values[tool as keyof typeof values] ?? `${tenant}/${settings.clientId}`)
    }
  },
)

const hasTerraform = isInstalled('terraform')

it(`Terraform takes its text, and would format it no other way${hasTerraform ? '' : ': skipped, no terraform'}`, () => {
  if (!hasTerraform) return
  const [settings] = fc.sample(connection, 1)
  const text = `${settings && textOf('terraform', settings)}\n`
  expect(execFileSync('terraform', ['fmt', '-'], { input: text, encoding: 'utf8', stdio: 'pipe' })).toBe(text)
})

describe('a pasted text', () => {
  const guid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

  it.each([
    ['labels and colons', `Directory (tenant) ID: ${guid}\nApplication (client) ID : ${guid}`],
    ['JSON', `{\n  "appId": "${guid}",\n  "tenant": "${guid}"\n}`],
    ['cmd', `set AZURE_CLIENT_ID=${guid}\r\nset "AZURE_TENANT_ID=${guid}"`],
    ['PowerShell variables', `$env:ARM_CLIENT_ID = '${guid}'\n$env:ARM_TENANT_ID = "${guid}"`],
    ['short options and another prompt', `$ az login --service-principal -u ${guid} -t ${guid} -p cert.pem`],
    ['an .env file with a comment', `# app\nAZURE_CLIENT_ID="${guid}"\nAZURE_TENANT_ID=${guid}`],
    ['Git Credential Manager', `GCM_AZREPOS_SERVICE_PRINCIPAL=${guid}/${guid}`],
  ])('is understood with %s', (_what, text) => {
    expect(readSettings(text)).toMatchObject({
      values: { clientId: guid, tokenUrl: `https://login.microsoftonline.com/${guid}/oauth2/v2.0/token` },
      unknown: [],
      refused: [],
      secrets: [],
    })
  })

  it('names the lines that it does not understand and takes the rest', () => {
    const read = readSettings(
      `AZURE_CLIENT_ID=${guid}\nCOLOUR=blue\nDear reader, this is what we have\n${'x'.repeat(99)}`,
    )
    expect(read.values).toEqual({ clientId: guid })
    expect(read.unknown).toEqual(['Dear reader, this is what we have', `${'x'.repeat(60)} …`, 'COLOUR'])
  })

  it('says what is wrong with a value that cannot be used, and which value was found twice', () => {
    const read = readSettings(`Client ID=Certboard;API Version=5.0;Organization name or Id=one\norg = "two"`)
    expect(read.values).toEqual({ organization: 'one' })
    expect(read.refused.map(({ label }) => label)).toEqual(['Client ID', 'API Version', 'Organization name or Id'])
  })

  it('with nothing in it gives nothing', () => {
    expect(readSettings('')).toEqual({ values: {}, refused: [], unknown: [], secrets: [] })
  })
})

describe('a secret in a pasted text', () => {
  const lines = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7'
  const secret = 'abc8Q~0123456789abcdefghijklmnopqrstuvwx'
  const pat = 'abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrst'
  const newPat = `${'A1b2'.repeat(19)}AZDOx9Y8`
  const jwt = `eyJhbGciOiJQUzI1NiJ9.eyJhdWQiOiJ4In0.${'s'.repeat(40)}`

  it.each([
    ['private key', `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----`, lines],
    ['private key', `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${lines}`, lines],
    ['private key', `AZURE_CLIENT_CERTIFICATE_PRIVATE_KEY=${lines}`, lines],
    ['client secret', 'AZURE_CLIENT_SECRET=hunter2', 'hunter2'],
    ['client secret', 'client_secret = "hunter2"', 'hunter2'],
    ['client secret', 'az login --service-principal -u x -p hunter2 -t y', 'hunter2'],
    ['client secret', 'git config --global credential.azreposServicePrincipalSecret hunter2', 'hunter2'],
    ['client secret', `Here it is: ${secret}`, secret],
    ['personal access token', `echo ${pat} | az devops login`, pat],
    ['personal access token', `AZURE_DEVOPS_EXT_PAT=${newPat}`, newPat],
    ['personal access token', 'personal_access_token = "hunter2"', 'hunter2'],
    ['personal access token', 'https://me:hunter2@dev.azure.com/contoso', 'hunter2'],
    ['password', 'AZURE_CLIENT_CERTIFICATE_PASSWORD=hunter2', 'hunter2'],
    ['token or assertion', `curl -H "Authorization: Bearer ${jwt}" https://dev.azure.com/contoso`, jwt],
    ['token or assertion', `curl --data-urlencode 'client_assertion=${jwt}' https://dev.azure.com/contoso`, jwt],
  ])('is told as a %s and stands nowhere in the result: %s', (kind, text, hidden) => {
    const read = readSettings(`AZURE_CLIENT_ID=3f2504e0-4f89-41d3-9a0c-0305e82c3301\n${text}`)
    expect(read.secrets).toContain(kind)
    expect(JSON.stringify(read)).not.toContain(hidden)
    expect(read.values.clientId).toBe('3f2504e0-4f89-41d3-9a0c-0305e82c3301')
  })

  it('is not seen in a variable or a placeholder that only stands for one', () => {
    expect(readSettings('AZURE_CLIENT_SECRET=$SECRET\nARM_CLIENT_SECRET=<your secret>').secrets).toEqual([])
  })
})
