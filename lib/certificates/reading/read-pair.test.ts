import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { opensslFolder } from '#lib/platform/testing/openssl'
import { blocksOf } from './blocks'
import { openProtected } from './in-worker'
import { type CertificateFiles, readPair } from './read-pair'

const { openssl, read, run, write } = opensslFolder()
const password = 'S3cret'
const beyondAscii = 'pässwörd-密码'

beforeAll(() => {
  openssl('req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30 -subj /CN=reading')
  openssl('x509 -in cert.pem -outform der -out cert.der')
  openssl('rsa -in key.pem -traditional -out pkcs1.pem')
  openssl('rsa -in key.pem -traditional -outform der -out pkcs1.der')
  openssl('pkcs8 -topk8 -nocrypt -in key.pem -outform der -out pkcs8.der')
  openssl(`pkcs8 -topk8 -in key.pem -out encrypted.pem -passout pass:${password}`)
  openssl(`pkcs8 -topk8 -in key.pem -outform der -out encrypted.der -passout pass:${password}`)
  openssl(`pkcs8 -topk8 -v1 PBE-SHA1-3DES -in key.pem -out encrypted-3des.pem -passout pass:${password}`)
  openssl(`pkcs8 -topk8 -scrypt -in key.pem -out scrypt.pem -passout pass:${password}`)
  openssl(`rsa -in key.pem -aes256 -traditional -out dek-info.pem -passout pass:${password}`)
  write('both.pem', Buffer.concat([read('cert.pem'), read('key.pem')]))
  write('both-reversed.pem', Buffer.concat([read('pkcs1.pem'), read('cert.pem')]))
  write('both-encrypted.pem', Buffer.concat([read('cert.pem'), read('encrypted.pem')]))
  write('both-dek-info.pem', Buffer.concat([read('dek-info.pem'), read('cert.pem')]))
  openssl('req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj /CN=authority')
  openssl('req -new -key key.pem -out request.csr -subj /CN=reading')
  openssl('x509 -req -in request.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 20 -out issued.pem')
  write('chain.pem', Buffer.concat([read('ca.pem'), read('issued.pem'), read('key.pem')]))
  write('authorities.pem', read('ca.pem'))

  const pfx = (name: string, options: string, secret = password) =>
    openssl(`pkcs12 -export -inkey key.pem -in cert.pem -out ${name}.pfx -passout pass:${secret} ${options}`.trim())
  pfx('aes', '')
  pfx('legacy', '-legacy')
  pfx('triple-des', '-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg SHA1')
  pfx('unencrypted', '-keypbe NONE -certpbe NONE')
  pfx('without-mac', '-nomac')
  pfx('sha-512', '-macalg SHA512 -iter 10000')
  pfx('empty', '', '')
  pfx('empty-legacy', '-legacy', '')
  pfx('bare', '-nomac -keypbe NONE -certpbe NONE', '')
  pfx('beyond-ascii', '', beyondAscii)
  pfx('beyond-ascii-legacy', '-legacy', beyondAscii)
  pfx('costly', '-iter 600001')
  openssl(`pkcs12 -export -inkey key.pem -in issued.pem -certfile ca.pem -out chain.pfx -passout pass:${password}`)
  openssl(`pkcs12 -export -nokeys -in cert.pem -out cert-only.pfx -passout pass:${password}`)
  openssl('pkcs12 -in aes.pfx -out bags.pem -nodes -passin pass:S3cret')
  openssl('crl2pkcs7 -nocrl -certfile cert.pem -out chain.p7b')
  openssl('crl2pkcs7 -nocrl -certfile cert.pem -outform der -out chain-der.p7b')
  openssl('req -in request.csr -outform der -out request.der')
  openssl('rsa -in key.pem -pubout -out public.pem')
  openssl(`pkcs8 -topk8 -in key.pem -out costly.pem -iter 600001 -passout pass:${password}`)
  run('ssh-keygen', ['-q', '-t', 'rsa', '-b', '2048', '-N', '', '-f', 'ssh'])
})

interface Names {
  readonly file: string
  readonly keyFile?: string
  readonly password?: string
}

const filesOf = ({ file, keyFile, password }: Names): CertificateFiles => ({
  file: read(file),
  keyFile: keyFile === undefined ? undefined : read(keyFile),
  password,
})

describe('a file that holds a pair opens', () => {
  const readable: Names[] = [
    { file: 'both.pem' },
    { file: 'both-reversed.pem' },
    { file: 'both-encrypted.pem', password },
    { file: 'both-dek-info.pem', password },
    { file: 'bags.pem' },
    { file: 'chain.pem' },
    { file: 'cert.pem', keyFile: 'key.pem' },
    { file: 'key.pem', keyFile: 'cert.pem' },
    { file: 'cert.pem', keyFile: 'encrypted-3des.pem', password },
    { file: 'cert.pem', keyFile: 'scrypt.pem', password },
    { file: 'cert.der', keyFile: 'pkcs1.der' },
    { file: 'cert.der', keyFile: 'pkcs8.der' },
    { file: 'cert.der', keyFile: 'encrypted.der', password },
    { file: 'cert.der', keyFile: 'dek-info.pem', password },
    { file: 'aes.pfx', password },
    { file: 'legacy.pfx', password },
    { file: 'triple-des.pfx', password },
    { file: 'unencrypted.pfx', password },
    { file: 'without-mac.pfx', password },
    { file: 'sha-512.pfx', password },
    { file: 'chain.pfx', password },
    { file: 'beyond-ascii.pfx', password: beyondAscii },
    { file: 'beyond-ascii-legacy.pfx', password: beyondAscii },
    { file: 'empty.pfx' },
    { file: 'empty.pfx', password: '' },
    { file: 'empty-legacy.pfx' },
    { file: 'bare.pfx' },
    { file: 'cert-only.pfx', keyFile: 'key.pem', password },
  ]

  it.each(readable)('$file $keyFile', async (names) => {
    const { certificate, privateKey } = await readPair(filesOf(names))
    expect(certificate.checkPrivateKey(privateKey)).toBe(true)
    const original = names.file.startsWith('chain') ? 'issued.pem' : 'cert.pem'
    expect(certificate.raw).toEqual(
      Buffer.from(
        read(original)
          .toString()
          .replace(/-----.*-----|\s/g, ''),
        'base64',
      ),
    )
  })
})

describe('a file that some tool has bent opens all the same', () => {
  const text = () => read('both.pem').toString()
  const bent: [string, () => string | Uint8Array][] = [
    ['Windows line ends', () => text().replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', () => text().replaceAll('\n', '\r')],
    ['UTF-8 with a byte order mark', () => `\ufeff${text()}`],
    ['UTF-16, little end first', () => Buffer.from(`\ufeff${text()}`, 'utf16le')],
    ['UTF-16, big end first', () => Buffer.from(`\ufeff${text()}`, 'utf16le').swap16()],
    ['line breaks spelled out', () => text().replaceAll('\n', '\\n')],
    ['all in one line', () => text().replaceAll('\n', ' ')],
    ['indented', () => text().replaceAll('\n', '\n    ')],
  ]

  it.each(bent)('%s', async (_name, make) => {
    const { certificate, privateKey } = await readPair({ file: Buffer.from(make()) })
    expect(certificate.checkPrivateKey(privateKey)).toBe(true)
  })

  it('bare base64', async () => {
    const file = Buffer.from(read('cert.der').toString('base64'))
    const { certificate } = await readPair({ file, keyFile: Buffer.from(read('pkcs8.der').toString('base64')) })
    expect(certificate.raw).toEqual(read('cert.der'))
  })
})

describe('a file that does not open says why', () => {
  const unreadable: [string, Names][] = [
    ['certificate_password_wrong', { file: 'aes.pfx', password: 'wrong' }],
    ['certificate_password_wrong', { file: 'legacy.pfx', password: 'wrong' }],
    ['certificate_password_wrong', { file: 'empty.pfx', password: 'wrong' }],
    ['certificate_password_wrong', { file: 'both-encrypted.pem', password: 'wrong' }],
    ['certificate_password_wrong', { file: 'both-dek-info.pem', password: 'wrong' }],
    ['certificate_password_missing', { file: 'aes.pfx' }],
    ['certificate_password_missing', { file: 'legacy.pfx' }],
    ['certificate_password_missing', { file: 'both-encrypted.pem' }],
    ['certificate_password_missing', { file: 'both-dek-info.pem', password: '' }],
    ['certificate_key_missing', { file: 'cert.pem' }],
    ['certificate_key_missing', { file: 'cert.der' }],
    ['certificate_key_missing', { file: 'cert-only.pfx', password }],
    ['certificate_key_missing', { file: 'cert.pem', keyFile: 'public.pem' }],
    ['certificate_missing', { file: 'key.pem' }],
    ['certificate_missing', { file: 'encrypted.der', password }],
    ['certificate_pair_mismatch', { file: 'cert.pem', keyFile: 'ca.key' }],
    ['certificate_is_request', { file: 'request.csr' }],
    ['certificate_is_request', { file: 'request.der', keyFile: 'key.pem' }],
    ['certificate_is_pkcs7', { file: 'chain.p7b' }],
    ['certificate_is_pkcs7', { file: 'chain-der.p7b' }],
    ['certificate_is_ssh_key', { file: 'ssh' }],
    ['certificate_is_ssh_key', { file: 'ssh.pub' }],
    ['certificate_is_ssh_key', { file: 'cert.pem', keyFile: 'ssh' }],
    ['certificate_file_too_costly', { file: 'costly.pfx', password }],
    ['certificate_file_too_costly', { file: 'cert.pem', keyFile: 'costly.pem', password }],
  ]

  it.each(unreadable)('%s: %o', async (code, names) => {
    await expect(readPair(filesOf(names))).rejects.toMatchObject({ code })
  })

  const contents: [string, string, () => Uint8Array][] = [
    ['certificate_file_unreadable', 'nothing', () => new Uint8Array()],
    ['certificate_file_unreadable', 'text', () => Buffer.from('Dear reader')],
    ['certificate_file_unreadable', 'random bytes', () => Buffer.concat([Buffer.from([0x31]), randomBytes(3000)])],
    ['certificate_file_unreadable', 'an END that is missing', () => read('cert.pem').subarray(0, 400)],
    ['certificate_file_unreadable', 'a bundle of authorities', () => Buffer.alloc(60_000, read('authorities.pem'))],
    [
      'certificate_file_unreadable',
      'ASN.1 nested 60,000 deep',
      () => Buffer.from(`3080020103${'3080'.repeat(60_000)}`, 'hex'),
    ],
    ['certificate_is_java_keystore', 'a Java keystore', () => Buffer.from('feedfeed00000002', 'hex')],
    ['certificate_is_ssh_key', 'a PuTTY key', () => Buffer.from('PuTTY-User-Key-File-3: ssh-rsa')],
    ['request_too_large', '300 KiB', () => randomBytes(300 * 1024)],
  ]

  it.each(contents)('%s: %s', async (code, _name, content) => {
    await expect(readPair({ file: content() })).rejects.toMatchObject({ code })
  })

  it('and one that takes too long is stopped, and keeps nothing from the next', async () => {
    const [block] = blocksOf(read('aes.pfx'))
    if (!block) throw new Error('A PFX file is one block.')
    const slow = openProtected(block, password, 1)
    const next = openProtected(block, password)
    await expect(slow).rejects.toMatchObject({ code: 'certificate_file_too_costly' })
    expect((await next).keys).toHaveLength(1)
  })

  it('without repeating the password', async () => {
    const refusal = await readPair(filesOf({ file: 'aes.pfx', password: 'a-wrong-guess' })).catch((error) => error)
    expect(JSON.stringify([refusal, refusal.message, refusal.cause ?? null])).not.toContain('a-wrong-guess')
  })
})
