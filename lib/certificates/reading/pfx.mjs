// Reads PFX files (PKCS #12, RFC 7292). pkijs reads what is written today (AES, any password); node-forge, slower and
// at a loss with AES and a password beyond ASCII, reads what Windows and OpenSSL wrote before (RC2, 3DES).
import forge from 'node-forge'
import * as pkijs from 'pkijs'
import { refuse } from './refusal.mjs'

const bag = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
}

async function readPkijsBag({ bagId, bagValue }, password, found) {
  if (bagId === bag.key) found.keys.push(bagValue.toSchema().toBER())
  if (bagId === bag.shroudedKey) {
    await bagValue.parseInternalValues({ password })
    found.keys.push(bagValue.parsedValue.toSchema().toBER())
  }
  if (bagId === bag.certificate) found.certificates.push(bagValue.certValue.getValue())
}

async function readWithPkijs(bytes, passwordText) {
  const password = new TextEncoder().encode(passwordText).buffer
  const pfx = pkijs.PFX.fromBER(bytes)
  await pfx.parseInternalValues({ checkIntegrity: pfx.macData !== undefined, password })
  const { authenticatedSafe } = pfx.parsedValue
  await authenticatedSafe.parseInternalValues({
    safeContents: authenticatedSafe.safeContents.map(() => ({ password })),
  })
  const found = { certificates: [], keys: [] }
  for (const { value } of authenticatedSafe.parsedValue.safeContents) {
    for (const safeBag of value.safeBags) await readPkijsBag(safeBag, password, found)
  }
  return found
}

const derOf = (asn1) => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1')

function readForgeBag({ type, key, cert, asn1 }, found) {
  if (type === bag.certificate) found.certificates.push(derOf(asn1 ?? forge.pki.certificateToAsn1(cert)))
  if (type === bag.key || type === bag.shroudedKey) {
    found.keys.push(derOf(asn1 ?? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key))))
  }
}

function readWithForge(bytes, password) {
  const pfx = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(Buffer.from(bytes).toString('latin1')), true, password)
  const found = { certificates: [], keys: [] }
  for (const { safeBags } of pfx.safeContents) for (const safeBag of safeBags) readForgeBag(safeBag, found)
  return found
}

/** pkijs says so after it has compared the file's checksum, which depends on the password alone. */
const saysWrongPassword = (error) => error.message.startsWith('Integrity for the PKCS#12 data')

/**
 * @param {string} password empty for a file without one
 * @throws Refusal certificate_password_wrong, or an error of a library for a file that cannot be read
 */
export async function readPfx(bytes, password) {
  try {
    return await readWithPkijs(bytes, password)
  } catch (error) {
    if (saysWrongPassword(error)) refuse('certificate_password_wrong')
  }
  try {
    return readWithForge(bytes, password)
  } catch (error) {
    if (/password|failed to decrypt/i.test(error.message)) refuse('certificate_password_wrong')
    throw error
  }
}
