import fc from 'fast-check'
import { describe, test } from 'vitest'
import { describe as entryOf, isAppError } from '#lib/platform/errors/index'
import { certificateFiles, password } from '#lib/platform/testing/certificate-files/index'
import { readPair } from './reading/read-pair'
import { requireUsable } from './require-usable'

const fileOf = certificateFiles()

/** Counted on from the beginning when the end is reached, so that every byte of every file is hit alike. */
const place = fc.nat({ max: 2 ** 24 })
const damage = fc.oneof(
  fc.record({ cutAt: place }),
  fc.record({ flipAt: place, bits: fc.integer({ min: 1, max: 255 }) }),
)
type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never

function damaged(original: Buffer, how: Damage): Buffer {
  if ('cutAt' in how) return original.subarray(0, how.cutAt % original.length)
  const copy = Buffer.from(original)
  const at = how.flipAt % original.length
  copy.writeUInt8(copy.readUInt8(at) ^ how.bits, at)
  return copy
}

async function statusOf(file: Buffer): Promise<number> {
  try {
    await requireUsable(await readPair({ file, password }), Date.now())
    return 200
  } catch (error) {
    return isAppError(error) ? entryOf(error.code).status : 500
  }
}

/** Whatever needs the worker takes a twentieth of a second. */
const forms: readonly (readonly [name: string, runs: number])[] = [
  ['aes.pfx', 20],
  ['legacy.pfx', 20],
  ['windows.pfx', 20],
  ['pbmac1.pfx', 20],
  ['several.pfx', 20],
  ['pieces.pfx', 20],
  ['bare.pfx', 20],
  ['with-key.p7b', 20],
  ['both-encrypted.pem', 20],
  ['both-scrypt.pem', 20],
  ['both-dek-info.pem', 20],
  ['both.pem', 300],
  ['utf-16le.pem', 200],
  ['json-in-json.pem', 200],
  ['pem.b64', 200],
]

describe('a damaged file gives a key that signs, or a refusal that says why', () => {
  test.each(forms)('%s', async (name, runs) => {
    const original = await fileOf(name)
    const isHandled = async (how: Damage) => [200, 422].includes(await statusOf(damaged(original, how)))
    await fc.assert(fc.asyncProperty(damage, isHandled), { numRuns: runs })
  })
})
