import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { certificateFiles, password } from '#lib/platform/testing/certificate-files/index'
import { factsOf } from '../facts'
import { blocksOf } from './blocks'
import { openContainers } from './in-worker'
import { readPair } from './read-pair'

/** That every kind of file opens or says why not is shown by `every-file.test.ts`. */
const fileOf = certificateFiles()

async function read(file: string, keyFile?: string, secret?: string) {
  const keyBytes = keyFile === undefined ? undefined : await fileOf(keyFile)
  return readPair({ file: await fileOf(file), keyFile: keyBytes, password: secret })
}

const refusalOf = (...names: Parameters<typeof read>) => read(...names).catch((error: unknown) => error)

describe('a refusal names the field that has to be changed', () => {
  it.each([
    ['password', 'certificate_password_wrong', 'aes.pfx', undefined, 'wrong'],
    ['password', 'certificate_password_missing', 'cert.pem', 'encrypted.pem', undefined],
    ['file', 'certificate_file_unreadable', 'letter', 'key.pem', undefined],
    ['keyFile', 'certificate_file_unreadable', 'cert.pem', 'letter', undefined],
    ['keyFile', 'certificate_file_too_costly', 'cert.pem', 'costly.pem', password],
    ['file', 'request_too_large', 'large', undefined, undefined],
    ['file', 'certificate_missing', 'key.pem', undefined, undefined],
    ['file', 'certificate_is_request', 'request.csr', 'key.pem', undefined],
    ['file', 'certificate_key_missing', 'cert.pem', undefined, undefined],
    ['keyFile', 'certificate_key_missing', 'cert.pem', 'public.pem', undefined],
    ['keyFile', 'certificate_is_ssh_key', 'chain.p7b', 'ssh', undefined],
    ['file', 'certificate_is_pkcs7', 'chain.p7b', 'public.pem', undefined],
    ['keyFile', 'certificate_pair_mismatch', 'cert.pem', 'other.key', undefined],
    ['thumbprintSha256', 'certificate_choice_needed', 'several.pem', undefined, undefined],
  ])('%s: %s', async (field, code, file, keyFile, secret) => {
    expect(await refusalOf(file, keyFile, secret)).toMatchObject({ code, field })
  })
})

describe('where several keys have a certificate', () => {
  it('the choices say what each of them is, the one that ends last first', async () => {
    const [other, own] = await Promise.all(
      ['other.pem', 'cert.pem'].map(async (name) => factsOf(new X509Certificate(await fileOf(name)))),
    )
    const choiceOf = (facts: typeof own) => ({
      value: facts?.thumbprintSha256,
      label: facts?.subject,
      facts: [
        { label: 'Valid until', value: facts?.notAfter.slice(0, 10) },
        { label: 'SHA-1', value: facts?.thumbprintSha1 },
        { label: 'SHA-256', value: facts?.thumbprintSha256 },
      ],
    })
    expect(await refusalOf('several.pfx', undefined, password)).toMatchObject({
      choices: [choiceOf(other), choiceOf(own)],
    })
  })

  it('the same pair in both files is one pair', async () => {
    expect((await read('both.pem', 'key-first.pem')).certificate.subject).toBe('CN=pair')
  })

  it('one of several certificates for one key can be chosen too', async () => {
    const { thumbprintSha256 } = factsOf(new X509Certificate(await fileOf('cert.pem')))
    const { certificate } = await readPair({ file: await fileOf('renewed-both.pem'), thumbprintSha256 })
    expect(certificate.subject).toBe('CN=pair')
  })
})

describe('the worker', () => {
  it('is stopped when a file takes too long, and keeps nothing from the next', async () => {
    const blocks = blocksOf(await fileOf('aes.pfx'))
    const slow = openContainers(blocks, password, 1)
    const next = openContainers(blocks, password)
    await expect(slow).rejects.toMatchObject({ code: 'certificate_file_too_costly' })
    expect((await next).keys).toHaveLength(1)
  })

  it('refuses too much work before it begins', async () => {
    const began = performance.now()
    expect(await refusalOf('endless.pfx', undefined, password)).toMatchObject({ code: 'certificate_file_too_costly' })
    expect(performance.now() - began).toBeLessThan(3000)
  })

  it('repeats no password', async () => {
    const refusal = await refusalOf('aes.pfx', undefined, 'a-wrong-guess')
    expect(JSON.stringify([refusal, String(refusal)])).not.toContain('a-wrong-guess')
  })
})
