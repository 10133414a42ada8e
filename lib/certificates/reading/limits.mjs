// How much work a file may demand before a password can be tried on it. Whoever made the file chose these numbers, and
// one that asks for two billion rounds would keep a core busy for an hour. They stand unencrypted before what they protect.
import { refuse } from './refusal.mjs'

const maximumRounds = 600_000
/** scrypt's N · r · p; OpenSSL writes 16384 · 8 · 1. */
const maximumScryptCost = 2 ** 20

/** @throws Refusal certificate_file_too_costly */
export function requireModestRounds(rounds) {
  if (rounds > maximumRounds) refuse('certificate_file_too_costly')
}

/** @throws Refusal certificate_file_too_costly */
export function requireModestScrypt({ N, r, p }) {
  if (N * r * p > maximumScryptCost) refuse('certificate_file_too_costly')
}
