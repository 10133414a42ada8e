import { OctetString } from 'asn1js'
import { expect, test } from 'vitest'
import { requireModestWork } from './limits.mjs'

test('random bytes that begin like a time are plain data: about one salt in 150 does', () => {
  const salt = new OctetString({ valueHex: Uint8Array.of(0x18, 0x03, 0x41, 0x42, 0x43).buffer })
  expect(() => requireModestWork(salt)).not.toThrow()
})
