import 'server-only'
import { createPublicKey, type KeyObject, type X509Certificate } from 'node:crypto'
import { AppError, type Choice } from '#lib/platform/errors/index'
import { factsOf } from '../facts'
import { asPlainRsa } from './plain-rsa'

export interface Pair {
  readonly certificate: X509Certificate
  readonly privateKey: KeyObject
}

/** A chain may hold certificates with keys of kinds that OpenSSL does not know. */
function publicKeyOf(certificate: X509Certificate): KeyObject | undefined {
  try {
    return asPlainRsa(certificate.publicKey)
  } catch {
    return undefined
  }
}

const endOf = ({ certificate }: Pair): number => Date.parse(certificate.validTo)

/** Every certificate whose key is there, with it; those that end last come first. */
function pairsOf(certificates: readonly X509Certificate[], privateKeys: readonly KeyObject[]): Pair[] {
  const keys = privateKeys.map((privateKey) => ({ privateKey, publicKey: createPublicKey(privateKey) }))
  const pairs = certificates.flatMap((certificate) => {
    const wanted = publicKeyOf(certificate)
    const found = wanted && keys.find(({ publicKey }) => publicKey.equals(wanted))
    return found ? [{ certificate, privateKey: found.privateKey }] : []
  })
  return pairs.toSorted((a, b) => endOf(b) - endOf(a))
}

/** Of several certificates for one key, as after a renewal with the same key, the one that ends last. */
const onePerKey = (pairs: readonly Pair[]): Pair[] =>
  pairs.filter(({ privateKey }, at) => pairs.findIndex((pair) => pair.privateKey.equals(privateKey)) === at)

const thumbprintOf = ({ certificate }: Pair): string => factsOf(certificate).thumbprintSha256

function choiceOf({ certificate }: Pair): Choice {
  const { subject, notAfter, thumbprintSha1, thumbprintSha256 } = factsOf(certificate)
  return {
    value: thumbprintSha256,
    label: subject || 'Without a subject',
    facts: [
      { label: 'Valid until', value: notAfter.slice(0, 10) },
      { label: 'SHA-1', value: thumbprintSha1 },
      { label: 'SHA-256', value: thumbprintSha256 },
    ],
  }
}

/**
 * The certificate and the key that belong together. Of a chain that is the one whose key is there. Where more keys than
 * one have a certificate, a person chooses: `chosen` is its SHA-256 thumbprint, in upper-case hex.
 * @param privateKeys RSA keys under their plain name
 * @throws certificate_pair_mismatch; certificate_choice_needed with the choices, also when the chosen one is not there
 */
export function choosePair(
  certificates: readonly X509Certificate[],
  privateKeys: readonly KeyObject[],
  chosen?: string,
): Pair {
  const pairs = pairsOf(certificates, privateKeys)
  if (pairs.length === 0) throw new AppError('certificate_pair_mismatch')
  const choices = onePerKey(pairs)
  const [pair, another] = chosen ? pairs.filter((one) => thumbprintOf(one) === chosen) : choices
  if (!pair || (another && !chosen)) {
    throw new AppError('certificate_choice_needed', { field: 'thumbprintSha256', choices: choices.map(choiceOf) })
  }
  return pair
}
