import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Member } from '#lib/platform/access'
import { createTestCertificate } from '#lib/platform/testing/signer'
import { isInstalled, runInShell } from '#lib/sandbox/judges/clients/shell'
import { startForClients, terminalEnvironment } from '#lib/sandbox/judges/clients/standalone'
import type { ConnectionLink } from '../link'
import { connectionInput } from '../schema'
import { readSettings } from './schema'
import { showAssertion } from './show-assertion'
import { elsewhereTexts } from './texts'

const editor: Member = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'editor' }
let standalone: Awaited<ReturnType<typeof startForClients>>
let link: Pick<ConnectionLink, 'settings' | 'certificate'>

beforeAll(async () => {
  standalone = await startForClients()
  const { ready, sandbox } = standalone
  const { signer, certificatePem } = await createTestCertificate()
  sandbox.control.uploadCertificate(certificatePem)
  const { tokenUrl, clientId, scope, organizationUrl } = ready
  const input = { name: 'Test', certificateId: crypto.randomUUID(), organization: organizationUrl }
  link = {
    settings: connectionInput.parse({ ...input, tokenUrl, clientId, scope }),
    certificate: {
      ...signer,
      certificatePem,
      certificate: { subject: 'CN=test', notBefore: '', notAfter: '', keySize: 2048 },
    },
  }
})
afterAll(() => standalone.stop())

const show = (member = editor, onShown = async () => {}) => showAssertion(link, member, onShown)

it(`curl gets a token by the command that is shown${isInstalled('curl') ? '' : ': skipped, no curl'}`, async () => {
  if (!isInstalled('curl')) return
  const { command } = await show()
  const { stdout } = await runInShell(command, terminalEnvironment(standalone.ready))
  expect(JSON.parse(stdout)).toMatchObject({ token_type: 'Bearer', access_token: expect.any(String) })
})

it('an Azure SDK gets a token by the environment variables, once the file is filled in', async () => {
  const { settings, certificate } = link
  const text = elsewhereTexts({ settings, thumbprintSha1: certificate.thumbprintSha1 })
    .find(({ tool }) => tool === 'environment')
    ?.text.replace('/path/to/certificate-and-key.pem', standalone.ready.certificateFile)
  const program = `import('@azure/identity')
    .then(({ EnvironmentCredential }) => new EnvironmentCredential().getToken('${settings.scope}'))
    .then(({ token }) => console.log(token.length > 0))`
  const script = `${text}\n"${process.execPath}" -e "${program}"`
  expect(await runInShell(script, terminalEnvironment(standalone.ready))).toMatchObject({ code: 0, stdout: 'true' })
})

it('says when it ends, and signs another one each time', async () => {
  const [one, other] = [await show(), await show()]
  expect(one.lifetimeSeconds).toBe(300)
  expect(Math.abs(Date.parse(one.expiresAt) - Date.now() - 300_000)).toBeLessThan(5_000)
  expect(one.command).not.toBe(other.command)
})

it('is put down before it is shown, and not shown where that fails', async () => {
  const failed = show(editor, () => Promise.reject(new Error('The database is away')))
  await expect(failed).rejects.toThrow('The database is away')
})

it('is not for viewers', async () => {
  const shown: string[] = []
  const refused = show({ ...editor, role: 'viewer' }, async () => void shown.push('shown'))
  await expect(refused).rejects.toMatchObject({ code: 'role_insufficient' })
  expect(shown).toEqual([])
})

it('pasted, it gives the settings back and not the assertion', async () => {
  const read = readSettings((await show()).command)
  const { tokenUrl, clientId, scope } = link.settings
  expect(read).toEqual({
    values: { tokenUrl, clientId, scope },
    refused: [],
    unknown: [],
    secrets: ['token or assertion'],
  })
})
