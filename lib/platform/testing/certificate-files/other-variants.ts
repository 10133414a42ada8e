import type { Variant } from './variant'

const pair = (outcome: Variant['outcome'], what: string, name: string, keyFile = `${name}.key`): Variant => ({
  what,
  file: `${name}.pem`,
  keyFile,
  outcome,
})

/** Pairs that open, and that Entra ID takes or does not. */
export const pairVariants: readonly Variant[] = [
  pair('rsa-5120.pem', 'RSA 5120', 'rsa-5120'),
  pair('certificate_key_too_small', 'RSA 1024', 'rsa-1024'),
  pair('certificate_key_too_large', 'RSA 16384', 'rsa-16384'),
  pair('certificate_key_not_rsa', 'EC', 'ec'),
  pair('certificate_key_not_rsa', 'EC, SEC 1', 'ec', 'ec-sec1.key'),
  pair('certificate_key_not_rsa', 'Ed25519', 'ed25519'),
  pair('certificate_key_not_rsa', 'DSA', 'dsa'),
  pair('pss-plain-certificate.pem', 'key called RSA-PSS, certificate RSA', 'pss-plain-certificate', 'pss.key'),
  pair('certificate_key_is_rsa_pss', 'certificate called RSA-PSS', 'pss'),
  pair('certificate_key_is_rsa_pss', 'certificate called RSA-PSS, key RSA', 'pss', 'pss-plain.pem'),
  pair('certificate_key_is_rsa_pss', 'key called RSA-PSS, PKCS #1', 'pss', 'pss-traditional.key'),
  pair('certificate_expired', 'expired', 'expired', 'key.pem'),
  pair('certificate_not_yet_valid', 'valid from tomorrow', 'later', 'key.pem'),
  pair('certificate_pair_mismatch', 'key of another certificate', 'cert', 'other.key'),
  pair('certificate_pair_mismatch', 'key of another kind', 'cert', 'ec.key'),
]

const alone = (outcome: Variant['outcome'], what: string, file: string): Variant => ({ what, file, outcome })

/** What people choose by mistake. */
export const foreignVariants: readonly Variant[] = [
  alone('certificate_key_missing', 'public certificate, PEM', 'cert.pem'),
  alone('certificate_key_missing', 'public certificate, DER', 'cert.der'),
  alone('certificate_key_missing', 'public certificate and its request', 'with-request.pem'),
  alone('certificate_missing', 'private key alone', 'key.pem'),
  alone('certificate_missing', 'public key alone', 'public.pem'),
  pair('certificate_key_missing', 'public key as the key file', 'cert', 'public.pem'),
  alone('certificate_is_request', 'request', 'request.csr'),
  alone('certificate_is_request', 'request, old label', 'new-request.csr'),
  { ...alone('certificate_is_request', 'request, DER, with its key', 'request.der'), keyFile: 'key.pem' },
  alone('certificate_is_pkcs7', 'P7B, PEM', 'chain.p7b'),
  alone('certificate_is_pkcs7', 'P7B, DER', 'chain-der.p7b'),
  alone('certificate_is_pkcs7', 'P7B, empty', 'empty.p7b'),
  alone('certificate_is_ssh_key', 'SSH private key', 'ssh'),
  alone('certificate_is_ssh_key', 'SSH public key', 'ssh.pub'),
  alone('certificate_is_ssh_key', 'SSH public key, RFC 4716', 'ssh2.pub'),
  pair('certificate_is_ssh_key', 'SSH key as the key file', 'cert', 'ssh'),
  alone('certificate_is_putty_key', 'PuTTY key', 'key.ppk'),
  alone('certificate_is_java_keystore', 'JKS', 'store.jks'),
  alone('certificate_is_java_keystore', 'JCEKS', 'store.jceks'),
  alone('certificate_is_java_keystore', 'JKS, base64', 'store.b64'),
  { ...alone('certificate_is_java_keystore', 'JKS by keytool', 'keytool.jks'), needsKeytool: true },
  { ...alone('certificate_is_java_keystore', 'JCEKS by keytool', 'keytool.jceks'), needsKeytool: true },
  alone('certificate_file_unreadable', 'nothing', 'nothing'),
  alone('certificate_file_unreadable', 'a letter', 'letter'),
  alone('certificate_file_unreadable', 'random bytes', 'random'),
  alone('certificate_file_unreadable', 'an END that is missing', 'cut.pem'),
  alone('certificate_file_unreadable', 'a bundle of authorities', 'authorities.pem'),
  alone('certificate_file_unreadable', 'ASN.1 nested 60,000 deep', 'nested.der'),
  alone('certificate_file_unreadable', '250,000 backslashes', 'backslashes.pem'),
  alone('request_too_large', '300 KiB', 'large'),
]
