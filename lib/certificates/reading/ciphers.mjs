// The block ciphers of certificate files, all in CBC mode.
import { createDecipheriv } from 'node:crypto'
import forge from 'node-forge'
import { refuse } from './refusal.mjs'

const sequence = 0x30

/** Sizes in bytes. RC2 weakens its key to a number of bits. */
export const ciphers = {
  'aes-128-cbc': { keySize: 16, blockSize: 16 },
  'aes-192-cbc': { keySize: 24, blockSize: 16 },
  'aes-256-cbc': { keySize: 32, blockSize: 16 },
  'des-ede3-cbc': { keySize: 24, blockSize: 8 },
  'des-ede-cbc': { keySize: 16, blockSize: 8 },
  'des-cbc': { keySize: 8, blockSize: 8 },
  'rc2-40-cbc': { keySize: 5, blockSize: 8, rc2Bits: 40 },
  'rc2-64-cbc': { keySize: 8, blockSize: 8, rc2Bits: 64 },
  'rc2-cbc': { keySize: 16, blockSize: 8, rc2Bits: 128 },
}

/** OpenSSL no longer has DES with one key, but it is triple DES with three equal ones; likewise with two. */
const tripled = (key) => Buffer.alloc(24, key)

function openRc2(bits, key, iv, bytes) {
  const decipher = forge.rc2.createDecryptionCipher(key.toString('latin1'), bits)
  decipher.start(iv.toString('latin1'))
  decipher.update(forge.util.createBuffer(bytes.toString('latin1')))
  decipher.finish()
  return Buffer.from(decipher.output.getBytes(), 'latin1')
}

function openNative(name, key, iv, bytes) {
  const decipher = name.startsWith('des')
    ? createDecipheriv('des-ede3-cbc', tripled(key), iv)
    : createDecipheriv(name, key, iv)
  return Buffer.concat([decipher.update(bytes), decipher.final()])
}

/**
 * Everything that certificate files protect is a SEQUENCE. If something else comes out, or nothing, the key was not the
 * right one.
 * @throws Refusal certificate_password_wrong
 */
export function decipher(name, key, iv, bytes) {
  const { rc2Bits } = ciphers[name]
  try {
    const opened = rc2Bits ? openRc2(rc2Bits, key, iv, bytes) : openNative(name, key, iv, bytes)
    if (opened[0] === sequence) return opened
  } catch {
    // OpenSSL found the padding wrong.
  }
  return refuse('certificate_password_wrong')
}
