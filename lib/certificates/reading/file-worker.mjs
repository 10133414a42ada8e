// Opens what a password protects, in a thread of its own: deriving a key from a password is slow on purpose, and a
// hostile file may keep its reader busy for as long as it likes. Plain JavaScript, because Next bundles no worker for us.
import { parentPort, workerData } from 'node:worker_threads'
import { readDekInfoKey, readEncryptedKey } from './encrypted-key.mjs'
import { readPfx } from './pfx.mjs'
import { readPkcs7 } from './pkcs7.mjs'

function open({ label, body }, password) {
  const der = Buffer.from(body, 'base64')
  if (label === 'PFX') return readPfx(der, password)
  if (label === 'PKCS7') return readPkcs7(der)
  if (label === 'ENCRYPTED PRIVATE KEY') return readEncryptedKey(der, password)
  return readDekInfoKey({ label, body }, password)
}

const copied = (parts) => parts.map((der) => new Uint8Array(der))

function answer({ blocks, password }) {
  try {
    const found = blocks.map((block) => open(block, password))
    return {
      certificates: copied(found.flatMap(({ certificates }) => certificates)),
      keys: copied(found.flatMap(({ keys }) => keys)),
    }
  } catch (error) {
    return { refused: error.code?.startsWith?.('certificate_') ? error.code : 'certificate_file_unreadable' }
  }
}

parentPort.postMessage(answer(workerData))
