import { createPrivateKey, X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { opensslFolder } from '#lib/platform/testing/openssl'
import type { Pair } from './reading/choose-pair'
import { requireUsable } from './require-usable'

const { openssl, read } = opensslFolder()
const day = 24 * 60 * 60 * 1000

beforeAll(() => {
  const make = (name: string, key: string) =>
    openssl(`req -x509 -newkey ${key} -nodes -keyout ${name}.key -out ${name}.pem -days 30 -subj /CN=${name}`)
  make('good', 'rsa:2048')
  make('small', 'rsa:1024')
  make('elliptic', 'ec -pkeyopt ec_paramgen_curve:P-256')
  make('edwards', 'ed25519')
  make('pss', 'rsa-pss -pkeyopt rsa_keygen_bits:2048')
  openssl('req -new -key good.key -out good.csr -subj /CN=expired')
  openssl('x509 -req -in good.csr -signkey good.key -days -1 -out expired.pem')
})

const pairOf = (name: string, key = name): Pair => ({
  certificate: new X509Certificate(read(`${name}.pem`)),
  privateKey: createPrivateKey(read(`${key}.key`)),
})

/** The same public numbers with another secret exponent: what a flipped bit in a key file gives. */
function withDamagedKey({ certificate, privateKey }: Pair): Pair {
  const { dp: _dp, ...jwk } = privateKey.export({ format: 'jwk' })
  const damaged = { ...jwk, d: jwk.e ?? '', dp: jwk.dq ?? '' }
  return { certificate, privateKey: createPrivateKey({ key: damaged, format: 'jwk' }) }
}

describe('a pair is accepted only if Entra ID would accept it', () => {
  it('RSA 2048 within its dates is accepted', async () => {
    await expect(requireUsable(pairOf('good'), Date.now())).resolves.toBeUndefined()
  })

  it.each([
    ['certificate_key_too_small', 'small'],
    ['certificate_key_not_rsa', 'elliptic'],
    ['certificate_key_not_rsa', 'edwards'],
    ['certificate_key_is_rsa_pss', 'pss'],
  ])('%s: %s', async (code, name) => {
    await expect(requireUsable(pairOf(name), Date.now())).rejects.toMatchObject({ code })
  })

  it('an expired one is refused', async () => {
    const refusal = { code: 'certificate_expired' }
    await expect(requireUsable(pairOf('expired', 'good'), Date.now())).rejects.toMatchObject(refusal)
    await expect(requireUsable(pairOf('good'), Date.now() + 31 * day)).rejects.toMatchObject(refusal)
  })

  it('one that begins later is refused', async () => {
    const refusal = { code: 'certificate_not_yet_valid' }
    await expect(requireUsable(pairOf('good'), Date.now() - day)).rejects.toMatchObject(refusal)
  })

  it('a key whose signatures do not fit is refused, though its public numbers do', async () => {
    const pair = withDamagedKey(pairOf('good'))
    expect(pair.certificate.checkPrivateKey(pair.privateKey)).toBe(true)
    await expect(requireUsable(pair, Date.now())).rejects.toMatchObject({ code: 'certificate_file_unreadable' })
  })
})
