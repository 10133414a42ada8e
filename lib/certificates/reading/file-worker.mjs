// Opens what a password protects, in a thread of its own: deriving a key from a password is slow on purpose, and a
// hostile file may keep its reader busy for as long as it likes. Plain JavaScript, because Next bundles no worker for us.
import { createPrivateKey } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import * as asn1js from 'asn1js'
import { requireModestWork } from './limits.mjs'
import { readPfx } from './pfx.mjs'
import { refuse } from './refusal.mjs'

function requireModestFile(der) {
  const { result, offset } = asn1js.fromBER(der)
  if (offset === -1) refuse('certificate_file_unreadable')
  requireModestWork(result)
}

function readKey({ pem, password }) {
  try {
    const key = createPrivateKey({ key: pem, passphrase: password })
    return { certificates: [], keys: [key.export({ type: 'pkcs8', format: 'der' })] }
  } catch {
    // Its outer form was sound, so what is left is the password; OpenSSL cannot always tell, because one wrong password
    // in two hundred gives something that looks decrypted.
    return refuse('certificate_password_wrong')
  }
}

/** DEK-Info, the old protection of PEM keys, derives with one round and has no ASN.1 outside. */
async function open(job) {
  if (job.label !== 'PFX' && job.label !== 'ENCRYPTED PRIVATE KEY') return readKey(job)
  requireModestFile(job.der)
  return job.label === 'PFX' ? readPfx(job.der, job.password) : readKey(job)
}

async function answer(job) {
  try {
    const { certificates, keys } = await open(job)
    return {
      certificates: certificates.map((der) => new Uint8Array(der)),
      keys: keys.map((der) => new Uint8Array(der)),
    }
  } catch (error) {
    return { refused: error.code?.startsWith?.('certificate_') ? error.code : 'certificate_file_unreadable' }
  }
}

parentPort.postMessage(await answer(workerData))
