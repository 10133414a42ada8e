import { execFileSync } from 'node:child_process'
import { createPublicKey, verify, X509Certificate } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Member, Role } from '#lib/platform/access'
import { paddingOf } from '#lib/platform/entra/signature'
import { certificates, workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { opensslFolder } from '#lib/platform/testing/openssl'
import { createVault } from '#lib/platform/vault/vault'
import { removeCertificate } from '../remove'
import { certificateSigner } from '../signer'
import { addFolderFile } from './add-file'
import { listFolder } from './list'
import { readFolderFile } from './read-file'

const { openssl, read } = opensslFolder()
const database = testDatabase()
const vault = createVault([{ kid: 'test', key: crypto.getRandomValues(new Uint8Array(32)) }])
const openKeyVault = () => Promise.reject(new Error('No certificate here is in a key vault.'))

const workspaceId = crypto.randomUUID()
const as = (role: Role, workspace = workspaceId): Member => ({ id: crypto.randomUUID(), workspaceId: workspace, role })
const editor = as('editor')

const place = mkdtempSync(join(tmpdir(), 'certboard-folder-'))
afterAll(() => rmSync(place, { recursive: true }))
const folder = join(place, 'certificates')
const inFolder = (name: string) => join(folder, name)
const context = (certificateDir = folder) => ({ db: database(), vault, openKeyVault, certificateDir })

const makePair = (name: string): Buffer => {
  openssl(`req -x509 -newkey rsa:2048 -nodes -keyout ${name}.key -out ${name}.cer -days 30 -subj /CN=${name}`)
  return Buffer.concat([read(`${name}.cer`), read(`${name}.key`)])
}
const one = makePair('one')
const other = makePair('other')

beforeAll(() => database().insert(workspaces).values({ id: workspaceId, name: 'Ours' }))

beforeEach(async () => {
  await database().delete(certificates)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  writeFileSync(inFolder('one.pem'), one)
})

const list = () => listFolder(context(), as('viewer'))
const codesByFile = async () => (await list()).entries.map(({ file, finding }) => [file, finding?.code])

async function use(file = 'one.pem') {
  const found = (await list()).entries.find((entry) => entry.file === file)
  const thumbprintSha256 = found?.certificate?.thumbprintSha256 ?? 'A'.repeat(64)
  return addFolderFile(context(), editor, { name: 'From the folder', file, thumbprintSha256 })
}

describe('the folder', () => {
  it('is listed by file and thumbprint: PEM, PFX without a password, and each of several pairs in one file', async () => {
    openssl('pkcs12 -export -inkey other.key -in other.cer -out other.pfx -passout pass:')
    writeFileSync(inFolder('other.PFX'), read('other.pfx'))
    writeFileSync(inFolder('two.pem'), Buffer.concat([one, other]))
    writeFileSync(inFolder('README.md'), 'not a certificate')
    const { entries, left } = await list()
    expect(left).toBe(0)
    expect(entries.map(({ file, certificate }) => [file, certificate?.subject])).toEqual([
      ['one.pem', 'CN=one'],
      ['other.PFX', 'CN=other'],
      ['two.pem', expect.stringMatching(/CN=(?:one|other)/)],
      ['two.pem', expect.stringMatching(/CN=(?:one|other)/)],
    ])
    const { fingerprint } = new X509Certificate(read('one.cer'))
    expect(entries[0]?.certificate?.thumbprintSha1).toBe(fingerprint.replaceAll(':', ''))
  })

  it('says of each file that cannot be used why, and lists the others all the same', async () => {
    openssl('pkcs12 -export -inkey other.key -in other.cer -out locked.pfx -passout pass:S3cret')
    writeFileSync(inFolder('locked.pfx'), read('locked.pfx'))
    writeFileSync(inFolder('public.pem'), read('one.cer'))
    writeFileSync(inFolder('large.pem'), Buffer.alloc(256 * 1024 + 1, 'x'))
    writeFileSync(inFolder('letter.pem'), 'Dear reader')
    writeFileSync(join(place, 'outside.pem'), other)
    symlinkSync('../outside.pem', inFolder('link.pem'))
    symlinkSync('nowhere.pem', inFolder('broken.pem'))
    mkdirSync(inFolder('folder.pem'))
    execFileSync('mkfifo', [inFolder('pipe.pem')])
    expect(await codesByFile()).toEqual([
      ['broken.pem', 'certificate_file_vanished'],
      ['folder.pem', 'certificate_file_unreadable'],
      ['large.pem', 'certificate_file_too_large'],
      ['letter.pem', expect.stringMatching(/^certificate_(?:missing|file_unreadable)$/)],
      ['link.pem', 'certificate_file_outside'],
      ['locked.pfx', 'certificate_password_missing'],
      ['one.pem', undefined],
      ['pipe.pem', 'certificate_file_unreadable'],
      ['public.pem', 'certificate_key_missing'],
    ])
  })

  it('is read through links that stay inside, as Kubernetes mounts files', async () => {
    mkdirSync(inFolder('..2026_11_26'))
    writeFileSync(inFolder('..2026_11_26/mounted.pem'), other)
    symlinkSync('..2026_11_26', inFolder('..data'))
    symlinkSync('..data/mounted.pem', inFolder('mounted.pem'))
    expect(await codesByFile()).toEqual([
      ['mounted.pem', undefined],
      ['one.pem', undefined],
    ])
  })

  it.each([
    '../outside.pem',
    '..',
    './one.pem',
    '/etc/passwd',
    'sub/one.pem',
    String.raw`..\outside.pem`,
    'one.pem\0',
    '.hidden.pem',
    'one.key',
  ])('is never left by a name: %j', async (name) => {
    writeFileSync(join(place, 'outside.pem'), other)
    await expect(readFolderFile(folder, name)).rejects.toMatchObject({ code: 'certificate_file_outside' })
    await expect(use(name)).rejects.toMatchObject({ code: 'certificate_file_outside' })
  })

  it('beside one whose name begins like its own is left by a link too', async () => {
    cpSync(folder, `${folder}-other`, { recursive: true })
    symlinkSync(`${folder}-other/one.pem`, inFolder('link.pem'))
    await expect(readFolderFile(folder, 'link.pem')).rejects.toMatchObject({ code: 'certificate_file_outside' })
  })

  it('that is not there says so', async () => {
    const gone = listFolder(context(join(place, 'nowhere')), editor)
    await expect(gone).rejects.toMatchObject({ code: 'certificate_folder_unreadable' })
  })

  it('tells how many files were not looked at when there are too many', async () => {
    for (let count = 0; count < 55; count++) writeFileSync(inFolder(`letter-${count}.pem`), 'Dear reader')
    const { entries, left } = await list()
    expect(entries).toHaveLength(50)
    expect(left).toBe(6)
  })
})

describe('a certificate of the folder', () => {
  const bytes = Buffer.from('header.claims')

  it('signs with the key in the file, and its key is not in the database', async () => {
    const used = await use()
    expect(used).toMatchObject({ source: 'folder', folderFile: 'one.pem', subject: 'CN=one' })
    expect((await list()).entries[0]?.certificateId).toBe(used.id)
    const [row] = await database().select().from(certificates)
    expect(row).toMatchObject({ sealedKey: null, keyVault: null })
    expect(JSON.stringify(row)).not.toContain('PRIVATE KEY')

    const signer = await certificateSigner(context(), workspaceId, used.id)
    const key = createPublicKey(signer.certificatePem)
    for (const algorithm of ['PS256', 'RS256'] as const) {
      const signature = await signer.sign(algorithm, bytes)
      expect(verify('sha256', bytes, { key, ...paddingOf[algorithm] }, signature)).toBe(true)
    }
  })

  it('whose file vanished, or holds another certificate since, signs nothing and says which of both', async () => {
    const signer = await certificateSigner(context(), workspaceId, (await use()).id)
    writeFileSync(inFolder('one.pem'), other)
    await expect(signer.sign('PS256', bytes)).rejects.toMatchObject({ code: 'certificate_file_changed' })
    unlinkSync(inFolder('one.pem'))
    await expect(signer.sign('PS256', bytes)).rejects.toMatchObject({ code: 'certificate_file_vanished' })
    writeFileSync(inFolder('one.pem'), one)
    await expect(signer.sign('PS256', bytes)).resolves.toHaveLength(256)
  })

  it('signs nothing where the operator took the folder away', async () => {
    const { id } = await use()
    const signer = await certificateSigner({ db: database(), vault, openKeyVault }, workspaceId, id)
    await expect(signer.sign('PS256', bytes)).rejects.toMatchObject({ code: 'certificate_folder_unreadable' })
  })

  it('that was removed leaves its file where it is', async () => {
    await removeCertificate(context(), editor, (await use()).id)
    expect((await list()).entries).toMatchObject([{ file: 'one.pem', certificate: { subject: 'CN=one' } }])
  })

  it('is for editors to use, and for nobody where there is no folder', async () => {
    const wish = { name: 'x', file: 'one.pem', thumbprintSha256: 'A'.repeat(64) }
    await expect(addFolderFile(context(), as('viewer'), wish)).rejects.toMatchObject({ code: 'role_insufficient' })
    const without = { db: database(), vault }
    await expect(addFolderFile(without, editor, wish)).rejects.toMatchObject({ code: 'not_found' })
    await expect(listFolder(without, editor)).rejects.toMatchObject({ code: 'not_found' })
  })
})
