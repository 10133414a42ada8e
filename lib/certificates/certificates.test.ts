import { constants, createPublicKey, verify, X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Member, Role } from '#lib/platform/access'
import { connections, workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { opensslFolder } from '#lib/platform/testing/openssl'
import { createVault } from '#lib/platform/vault/vault'
import { generateCertificate } from './generate'
import { getCertificate } from './get'
import { importCertificate } from './import'
import { listCertificates } from './list'
import { publicFile } from './public-file'
import { removeCertificate } from './remove'
import type { Certificate } from './schema'
import { generateCertificateInput, importCertificateInput } from './schema'
import { certificateSigner } from './signer'

const { openssl, read, write } = opensslFolder()
const database = testDatabase()
const vault = createVault([{ kid: 'test', key: crypto.getRandomValues(new Uint8Array(32)) }])
const noKeyVault = () => Promise.reject(new Error('No certificate here is in a key vault.'))
const context = () => ({ db: database(), vault, openKeyVault: noKeyVault })

const workspaceId = crypto.randomUUID()
const as = (role: Role, workspace = workspaceId): Member => ({ id: crypto.randomUUID(), workspaceId: workspace, role })
const editor = as('editor')
const viewer = as('viewer')
const stranger = as('owner', crypto.randomUUID())

const wish = { name: 'Laptop & lab', commonName: 'Ürün, Ltd. = "x"', lifetimeDays: 365, keySize: 2048 } as const
const dayMs = 24 * 60 * 60 * 1000

let generated: Certificate
let imported: Certificate

async function importPfx(): Promise<Certificate> {
  openssl('req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30 -subj /CN=imported/O=Contoso')
  openssl('pkcs12 -export -inkey key.pem -in cert.pem -out pair.pfx -passout pass:S3cret')
  const file = read('pair.pfx').toString('base64')
  return importCertificate(context(), editor, { name: 'From a file', file, password: 'S3cret' })
}

beforeAll(async () => {
  await database()
    .insert(workspaces)
    .values([
      { id: workspaceId, name: 'Ours' },
      { id: stranger.workspaceId, name: 'Theirs' },
    ])
  generated = await generateCertificate(context(), editor, { ...wish, keySize: 3072 })
  imported = await importPfx()
  write('generated.pem', (await publicFile(context(), viewer, generated.id, 'pem')).bytes)
})

describe('a generated certificate', () => {
  it('is what openssl accepts: self-signed, SHA-256, RSA 3072, for signatures', () => {
    expect(openssl('verify -check_ss_sig -x509_strict -CAfile generated.pem generated.pem')).toContain('OK')
    const text = openssl('x509 -in generated.pem -noout -text')
    expect(text).toContain('Version: 3')
    expect(text).toContain('Signature Algorithm: sha256WithRSAEncryption')
    expect(text).toContain('Public-Key: (3072 bit)')
    expect(text).toMatch(/X509v3 Key Usage: critical\s+Digital Signature\n/)
  })

  it('has the chosen name and exactly the chosen lifetime, and is valid already', () => {
    const { subject } = new X509Certificate(read('generated.pem'))
    expect(openssl('x509 -in generated.pem -noout -subject -nameopt oneline,utf8,-esc_msb')).toContain('Ürün, Ltd.')
    expect(generated.subject).toBe(subject)
    expect(Date.parse(generated.notAfter) - Date.parse(generated.notBefore)).toBe(365 * dayMs)
    expect(Date.parse(generated.notBefore)).toBeLessThan(Date.now() - 60_000)
  })

  it.each([2048, 4096] as const)('has a key of the chosen size: %i bits', async (keySize) => {
    const { id, ...made } = await generateCertificate(context(), editor, { ...wish, keySize })
    expect(made.keySize).toBe(keySize)
    await removeCertificate(context(), editor, id)
  })

  it('never shares a serial number or a key with another', async () => {
    const other = await generateCertificate(context(), editor, wish)
    write('other.pem', (await publicFile(context(), viewer, other.id, 'pem')).bytes)
    const [one, two] = [new X509Certificate(read('generated.pem')), new X509Certificate(read('other.pem'))]
    expect(one.serialNumber).not.toBe(two.serialNumber)
    expect(one.publicKey.equals(two.publicKey)).toBe(false)
    await removeCertificate(context(), editor, other.id)
  })
})

describe('what is shown of a certificate', () => {
  it('has the thumbprints that openssl computes', () => {
    const fingerprint = (hash: string) =>
      openssl(`x509 -in cert.pem -noout -fingerprint -${hash}`).split('=')[1]?.trim().replaceAll(':', '')
    expect(imported.thumbprintSha1).toBe(fingerprint('sha1'))
    expect(imported.thumbprintSha256).toBe(fingerprint('sha256'))
  })

  it('has subject, dates, key size and source', () => {
    const { validTo } = new X509Certificate(read('cert.pem'))
    expect(imported).toMatchObject({ subject: 'CN=imported, O=Contoso', keySize: 2048, source: 'imported' })
    expect(imported.notAfter).toBe(new Date(validTo).toISOString())
    expect(generated).toMatchObject({ name: wish.name, keySize: 3072, source: 'generated' })
  })

  it('is listed newest first and found by its ID', async () => {
    expect(await listCertificates(context(), viewer)).toEqual([imported, generated])
    expect(await getCertificate(context(), viewer, generated.id)).toEqual(generated)
  })
})

describe('the public file', () => {
  it('is the certificate in DER', async () => {
    const { bytes, fileName, contentType } = await publicFile(context(), viewer, imported.id, 'cer')
    openssl('x509 -in cert.pem -outform der -out cert.der')
    expect(Buffer.from(bytes)).toEqual(read('cert.der'))
    expect({ fileName, contentType }).toEqual({ fileName: 'From-a-file.cer', contentType: 'application/pkix-cert' })
  })

  it.each(['cer', 'pem'] as const)('holds no private key: %s', async (format) => {
    for (const { id } of [generated, imported]) {
      const { bytes } = await publicFile(context(), viewer, id, format)
      write('public', bytes)
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('PRIVATE')
      expect(() => openssl('pkey -in public -noout')).toThrow()
    }
  })

  it('of a name in another script still has a name that every system takes', async () => {
    const { id } = await generateCertificate(context(), editor, { ...wish, name: '証明書/../"' })
    expect((await publicFile(context(), viewer, id, 'cer')).fileName).toBe('certificate.cer')
    await removeCertificate(context(), editor, id)
  })
})

describe('the signer', () => {
  const bytes = new TextEncoder().encode('header.claims')

  it.each([
    ['PS256', { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }],
    ['RS256', { padding: constants.RSA_PKCS1_PADDING }],
  ] as const)('signs with %s so that the public certificate proves it', async (algorithm, padding) => {
    for (const [certificate, pem] of [
      [generated, 'generated.pem'],
      [imported, 'cert.pem'],
    ] as const) {
      const signer = await certificateSigner(context(), workspaceId, certificate.id)
      const signature = await signer.sign(algorithm, bytes)
      expect(verify('sha256', bytes, { key: createPublicKey(read(pem)), ...padding }, signature)).toBe(true)
    }
  })

  it('says which certificate it signs with', async () => {
    const { certificate, thumbprintSha1, thumbprintSha256 } = await certificateSigner(
      context(),
      workspaceId,
      imported.id,
    )
    expect(certificate).toEqual(imported)
    expect([thumbprintSha1, thumbprintSha256]).toEqual([imported.thumbprintSha1, imported.thumbprintSha256])
  })

  it('shows its key to nobody who prints it', async () => {
    const signer = await certificateSigner(context(), workspaceId, imported.id)
    expect(JSON.stringify(signer)).not.toContain('PRIVATE')
  })
})

describe('who may', () => {
  const refusal = { code: 'role_insufficient' }

  it('a viewer neither generates, nor imports, nor removes', async () => {
    await expect(generateCertificate(context(), viewer, wish)).rejects.toMatchObject(refusal)
    await expect(importCertificate(context(), viewer, { name: 'x', file: '' })).rejects.toMatchObject(refusal)
    await expect(removeCertificate(context(), viewer, imported.id)).rejects.toMatchObject(refusal)
  })

  it('another workspace sees nothing and removes nothing', async () => {
    const notThere = { code: 'not_found' }
    expect(await listCertificates(context(), stranger)).toEqual([])
    await expect(getCertificate(context(), stranger, imported.id)).rejects.toMatchObject(notThere)
    await expect(publicFile(context(), stranger, imported.id, 'cer')).rejects.toMatchObject(notThere)
    await expect(removeCertificate(context(), stranger, imported.id)).rejects.toMatchObject(notThere)
    await expect(certificateSigner(context(), stranger.workspaceId, imported.id)).rejects.toMatchObject(notThere)
  })
})

describe('removing', () => {
  it('is refused while a connection uses the certificate', async () => {
    const id = crypto.randomUUID()
    await database()
      .insert(connections)
      .values({ id, workspaceId, certificateId: imported.id, sealedSettings: 'sealed' })
    await expect(removeCertificate(context(), editor, imported.id)).rejects.toMatchObject({
      code: 'certificate_in_use',
    })
    await database().delete(connections)
    expect(await getCertificate(context(), viewer, imported.id)).toEqual(imported)
  })

  it('removes it with its key, once', async () => {
    const { id } = await generateCertificate(context(), editor, wish)
    await removeCertificate(context(), editor, id)
    await expect(removeCertificate(context(), editor, id)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('input', () => {
  it.each(['a\u0000b', 'a\u001bb', 'a\ud800b'])('that neither ASN.1 nor PostgreSQL takes is refused: %j', (text) => {
    expect(generateCertificateInput.safeParse({ ...wish, name: text }).success).toBe(false)
    expect(generateCertificateInput.safeParse({ ...wish, commonName: text }).success).toBe(false)
  })

  it('without a key size means 3072 bits; others than those offered are refused', () => {
    const { keySize: _, ...withoutSize } = wish
    expect(generateCertificateInput.parse(withoutSize).keySize).toBe(3072)
    expect(generateCertificateInput.parse({ ...wish, keySize: '4096' }).keySize).toBe(4096)
    for (const keySize of [1024, 3000, 16_384, 'many']) {
      expect(generateCertificateInput.safeParse({ ...wish, keySize }).success).toBe(false)
    }
  })
})

describe('an import', () => {
  it('of several pairs stores nothing until one is chosen, and then that one', async () => {
    openssl('req -x509 -newkey rsa:2048 -nodes -keyout other-key.pem -out other-cert.pem -days 30 -subj /CN=other')
    const pems = ['key.pem', 'cert.pem', 'other-key.pem', 'other-cert.pem'].map(read)
    const files = { name: 'One of two', file: Buffer.concat(pems).toString('base64') }
    const before = await listCertificates(context(), viewer)
    await expect(importCertificate(context(), editor, files)).rejects.toMatchObject({
      code: 'certificate_choice_needed',
    })
    expect(await listCertificates(context(), viewer)).toEqual(before)

    const { fingerprint256 } = new X509Certificate(read('other-cert.pem'))
    const choice = { thumbprintSha256: fingerprint256.replaceAll(':', '').toLowerCase() }
    const chosen = await importCertificate(context(), editor, importCertificateInput.parse({ ...files, ...choice }))
    expect(chosen).toMatchObject({ name: 'One of two', subject: 'CN=other' })
    await removeCertificate(context(), editor, chosen.id)
  })

  it('of a pair that Entra ID would not take says so of its file', async () => {
    openssl('req -x509 -newkey rsa:1024 -nodes -keyout small-key.pem -out small-cert.pem -days 30 -subj /CN=small')
    const file = Buffer.concat(['small-key.pem', 'small-cert.pem'].map(read)).toString('base64')
    const refusal = { code: 'certificate_key_too_small', field: 'file' }
    await expect(importCertificate(context(), editor, { name: 'Small', file })).rejects.toMatchObject(refusal)
  })
})
