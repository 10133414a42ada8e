import { password } from './passwords'
import type { Variant } from './variant'

const both = (what: string, file: string, secret?: string): Variant => ({
  what,
  file,
  outcome: 'cert.pem',
  ...(secret !== undefined && { password: secret }),
})
const withKey = (what: string, keyFile: string, secret?: string): Variant => ({
  ...both(what, 'cert.pem', secret),
  keyFile,
})
const refused = (outcome: Variant['outcome'], what: string, keyFile: string, secret = password): Variant => ({
  ...withKey(what, keyFile, secret),
  outcome,
})

const keys: readonly Variant[] = [
  withKey('PKCS #8', 'key.pem'),
  withKey('PKCS #1', 'pkcs1.pem'),
  withKey('PBES2, AES-256', 'encrypted.pem', password),
  withKey('PBES2, triple DES', 'triple-des.pem', password),
  withKey('PBES2, scrypt', 'scrypt.pem', password),
  withKey('PBES1, SHA-1 and triple DES', 'pbes1-3des.pem', password),
  withKey('PBES1, SHA-1 and RC2-40', 'pbes1-rc2.pem', password),
  withKey('PBES1, MD5 and DES: OpenSSL before 1.1', 'pbes1-md5-des.pem', password),
  withKey('PBES1, SHA-1 and DES', 'pbes1-sha1-des.pem', password),
  withKey('PBES1, MD5 and RC2-64', 'pbes1-md5-rc2.pem', password),
  withKey('DEK-Info, AES-256', 'dek-aes.pem', password),
  withKey('DEK-Info, triple DES', 'dek-3des.pem', password),
  withKey('DEK-Info, DES', 'dek-des.pem', password),
  withKey('DER, PKCS #1', 'pkcs1.der'),
  withKey('DER, PKCS #8', 'pkcs8.der'),
  withKey('DER, PBES2', 'encrypted.der', password),
  withKey('DER, PBES1', 'pbes1.der', password),
  withKey('bare base64, in lines', 'pkcs8.b64'),
  withKey('bare base64, PBES2', 'encrypted.b64', password),
  { what: 'key as the file, certificate as the key file', file: 'key.pem', keyFile: 'cert.der', outcome: 'cert.pem' },
  refused('certificate_encryption_unsupported', 'PBES1, RC4', 'pbes1-rc4.pem'),
  refused('certificate_encryption_unsupported', 'PBES2, Camellia', 'camellia.pem'),
  refused('certificate_encryption_unsupported', 'DEK-Info, Camellia', 'dek-camellia.pem'),
  refused('certificate_file_too_costly', '600,001 rounds', 'costly.pem'),
  refused('certificate_password_wrong', 'wrong password, PBES2', 'encrypted.pem', 'wrong'),
  refused('certificate_password_wrong', 'wrong password, scrypt', 'scrypt.pem', 'wrong'),
  refused('certificate_password_wrong', 'wrong password, PBES1', 'pbes1-md5-des.pem', 'wrong'),
  refused('certificate_password_wrong', 'wrong password, DEK-Info', 'dek-des.pem', 'wrong'),
  refused('certificate_password_missing', 'password missing, PBES2', 'encrypted.pem', ''),
  refused('certificate_password_missing', 'password missing, DEK-Info', 'dek-aes.pem', ''),
]

const certificates: readonly Variant[] = [
  { what: 'DER', file: 'cert.der', keyFile: 'key.pem', outcome: 'cert.pem' },
  { what: 'OpenSSL’s trusted certificate', file: 'trusted.pem', keyFile: 'key.pem', outcome: 'cert.pem' },
  { what: 'bare base64, one line', file: 'cert.b64', keyFile: 'key.pem', outcome: 'cert.pem' },
  { what: 'bare base64, in lines', file: 'cert-lines.b64', keyFile: 'key.pem', outcome: 'cert.pem' },
  { what: 'P7B, PEM', file: 'chain.p7b', keyFile: 'key.pem', outcome: 'issued.pem' },
  { what: 'P7B, DER', file: 'chain-der.p7b', keyFile: 'encrypted.pem', password, outcome: 'issued.pem' },
  { what: 'P7B and key in one', file: 'with-key.p7b', outcome: 'issued.pem' },
]

const inOneFile: readonly Variant[] = [
  both('certificate first', 'both.pem'),
  both('key first', 'key-first.pem'),
  both('with bag attributes', 'bags.pem'),
  both('encrypted', 'both-encrypted.pem', password),
  both('encrypted, DEK-Info', 'both-dek-info.pem', password),
  { what: 'chain, authority first', file: 'chain.pem', outcome: 'issued.pem' },
  { what: 'renewed with the same key', file: 'renewed-both.pem', outcome: 'renewed.pem' },
  { what: 'several keys', file: 'several.pem', outcome: 'certificate_choice_needed' },
  { what: 'several keys, one chosen', file: 'several.pem', chosen: 'other.pem', outcome: 'other.pem' },
  both('Windows line ends', 'crlf.pem'),
  both('old Macintosh line ends', 'cr.pem'),
  both('UTF-8 with a byte order mark', 'bom.pem'),
  both('UTF-16, little end first: Out-File', 'utf-16le.pem'),
  both('UTF-16, big end first', 'utf-16be.pem'),
  both('UTF-16 without a byte order mark', 'utf-16-without-bom.pem'),
  both('line breaks spelled out: environment variables', 'spelled-out.pem'),
  both('line breaks spelled out, DEK-Info', 'spelled-out-dek-info.pem', password),
  both('JSON', 'json.pem'),
  both('JSON in JSON', 'json-in-json.pem'),
  both('all in one line', 'one-line.pem'),
  both('indented', 'indented.pem'),
  both('base64 of PEM: Kubernetes', 'pem.b64'),
  both('base64 of PFX, one line', 'pfx.b64', password),
  both('base64 of PFX, in lines', 'pfx-lines.b64', password),
  both('base64 of PFX, as URLs have it', 'pfx-url.b64', password),
  both('base64 of PFX, JSON', 'pfx-json.b64', password),
  both('base64 of PFX, UTF-16', 'pfx-utf-16.b64', password),
  both('PFX in PEM: GnuTLS', 'pfx-armour.pem', password),
]

export const pemVariants: Readonly<Record<string, readonly Variant[]>> = {
  'Private key in a file of its own': keys,
  'Certificate in a file of its own': certificates,
  'Both in one file': inOneFile,
}
