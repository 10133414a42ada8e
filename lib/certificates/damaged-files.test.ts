import { beforeAll, describe, expect, it } from 'vitest'
import { describe as entryOf, isAppError } from '#lib/platform/errors/index'
import { opensslFolder } from '#lib/platform/testing/openssl'
import { readPair } from './reading/read-pair'
import { requireUsable } from './require-usable'

const { openssl, read, write } = opensslFolder()
const password = 'S3cret'

beforeAll(() => {
  openssl('req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30 -subj /CN=damaged')
  openssl(`pkcs12 -export -inkey key.pem -in cert.pem -out aes.pfx -passout pass:${password}`)
  openssl(`pkcs12 -export -inkey key.pem -in cert.pem -out legacy.pfx -legacy -passout pass:${password}`)
  openssl(`pkcs8 -topk8 -in key.pem -out encrypted.pem -passout pass:${password}`)
  write('both.pem', Buffer.concat([read('cert.pem'), read('key.pem')]))
  write('both-encrypted.pem', Buffer.concat([read('cert.pem'), read('encrypted.pem')]))
})

/** Cut off at even steps, then with one bit flipped at even steps: the same files every time, so a failure repeats. */
function damage(original: Buffer, times: number): Buffer[] {
  const positions = Array.from({ length: times }, (_, n) => Math.floor((original.length * n) / times))
  const cut = positions.map((at) => original.subarray(0, at))
  const flipped = positions.map((at) => {
    const copy = Buffer.from(original)
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << (at % 8)), at)
    return copy
  })
  return [...cut, ...flipped]
}

async function statusOf(file: Buffer): Promise<number> {
  try {
    await requireUsable(await readPair({ file, password }), Date.now())
    return 200
  } catch (error) {
    return isAppError(error) ? entryOf(error.code).status : 500
  }
}

describe('a damaged file gives a key that signs, or a refusal that says why', () => {
  it.each([
    ['aes.pfx', 8],
    ['legacy.pfx', 8],
    ['both-encrypted.pem', 8],
    ['both.pem', 300],
  ])(
    '%s',
    async (name, times) => {
      const statuses = new Set<number>()
      for (const file of damage(read(name), times)) statuses.add(await statusOf(file))
      statuses.delete(200)
      expect([...statuses]).toEqual([422])
    },
    120_000,
  )
})
