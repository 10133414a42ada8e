import { refuse } from './refusal.mjs'

/** RFC 7292 appendix B.1: two bytes a character, and two zeros at the end. */
const bmpOf = (text) => Buffer.from(`${text}\0`, 'utf16le').swap16()

/**
 * The bytes that programs make of a password. “None” has been written both as an empty text and as no bytes at all, and
 * OpenSSL before 1.1.0 took every byte of UTF-8 for a character (its manual, passphrase-encoding).
 */
function formsOf(password) {
  const utf8 = Buffer.from(password)
  if (password === '') return [bmpOf(''), Buffer.alloc(0)].map((bmp) => ({ utf8, bmp }))
  return [...new Set([password, utf8.toString('latin1')])].map((text) => ({ utf8, bmp: bmpOf(text) }))
}

/**
 * What `open` gives for the first form of the password with which it does not refuse the password.
 * @throws Refusal certificate_password_wrong, and whatever else `open` throws
 */
export function openWith(password, open) {
  for (const form of formsOf(password)) {
    try {
      return open(form)
    } catch (error) {
      if (error.code !== 'certificate_password_wrong') throw error
    }
  }
  return refuse('certificate_password_wrong')
}
