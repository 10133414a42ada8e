import { beyondAscii, password } from './passwords'
import type { Variant } from './variant'

const opens = (what: string, file: string, secret?: string): Variant => ({
  what,
  file,
  outcome: 'cert.pem',
  ...(secret !== undefined && { password: secret }),
})

const protectedFiles: readonly Variant[] = [
  opens('AES-256, SHA-256: OpenSSL 3', 'aes.pfx', password),
  opens('AES-128 and AES-192, SHA-512', 'sha-512.pfx', password),
  opens('triple DES, SHA-1', 'triple-des.pfx', password),
  opens('triple DES by PBES2', 'triple-des-pbes2.pfx', password),
  opens('RC2-40 and triple DES: OpenSSL 1, Windows before 2019', 'legacy.pfx', password),
  opens('RC2-128 and triple DES with two keys', 'rc2-128.pfx', password),
  opens('Windows, TripleDES_SHA1', 'windows.pfx', password),
  opens('Windows, AES256_SHA256', 'windows-aes.pfx', password),
  opens('Windows, certificates not encrypted', 'windows-without-privacy.pfx', password),
  opens('keytool of Java 17, its shape', 'one-entry.pfx', password),
  opens('keytool of Java 8, its shape', 'java-legacy.pfx', password),
  { ...opens('keytool', 'keytool.p12', password), needsKeytool: true },
  { ...opens('keytool, legacy', 'keytool-legacy.p12', password), needsKeytool: true },
  opens('MAC by PBKDF2 (RFC 9579)', 'pbmac1.pfx', password),
  opens('BER, in pieces', 'pieces.pfx', password),
  opens('not encrypted, with a MAC', 'unencrypted.pfx', password),
  opens('no MAC, AES', 'without-mac.pfx', password),
  opens('no MAC, RC2-40', 'without-mac-legacy.pfx', password),
  opens('no MAC, not encrypted', 'bare.pfx'),
  opens('no MAC, not encrypted, a password too many', 'bare.pfx', password),
  opens('empty password, AES', 'empty.pfx', ''),
  opens('empty password, RC2-40', 'empty-legacy.pfx'),
  opens('no password at all', 'no-bytes.pfx'),
  opens('password beyond ASCII, AES', 'beyond-ascii.pfx', beyondAscii),
  opens('password beyond ASCII, triple DES', 'beyond-ascii-triple-des.pfx', beyondAscii),
  opens('password beyond ASCII, triple DES by PBES2', 'beyond-ascii-pbes2-triple-des.pfx', beyondAscii),
  opens('password beyond ASCII, RC2-40', 'beyond-ascii-legacy.pfx', beyondAscii),
  opens('password beyond ASCII, OpenSSL before 1.1', 'beyond-ascii-old-openssl.pfx', beyondAscii),
]

const contents: readonly Variant[] = [
  { what: 'chain, own certificate first', file: 'chain.pfx', password, outcome: 'issued.pem' },
  { what: 'chain, authority first', file: 'chain-first.pfx', password, outcome: 'issued.pem' },
  { what: 'renewed with the same key', file: 'renewed.pfx', password, outcome: 'renewed.pem' },
  { what: 'several keys', file: 'several.pfx', password, outcome: 'certificate_choice_needed' },
  { what: 'several keys, one chosen', file: 'several.pfx', password, chosen: 'cert.pem', outcome: 'cert.pem' },
  { what: 'several keys, the other chosen', file: 'several.pfx', password, chosen: 'other.pem', outcome: 'other.pem' },
  {
    what: 'several keys, chosen what is not there',
    file: 'several.pfx',
    password,
    chosen: 'ca.pem',
    outcome: 'certificate_choice_needed',
  },
  {
    what: 'keytool, several entries',
    file: 'keytool-several.p12',
    password,
    outcome: 'certificate_choice_needed',
    needsKeytool: true,
  },
  {
    what: 'keytool, legacy, several entries, one chosen',
    file: 'keytool-several-legacy.p12',
    password,
    chosen: 'other.pem',
    outcome: 'other.pem',
    needsKeytool: true,
  },
  { what: 'key only', file: 'key-only.pfx', password, outcome: 'certificate_missing' },
  { what: 'key only, and the certificate', file: 'cert.pem', keyFile: 'key-only.pfx', password, outcome: 'cert.pem' },
  { what: 'certificate only', file: 'cert-only.pfx', password, outcome: 'certificate_key_missing' },
  { what: 'certificate only, and the key', file: 'cert-only.pfx', keyFile: 'key.pem', password, outcome: 'cert.pem' },
  {
    what: 'keytool, certificate only',
    file: 'keytool-trust.p12',
    password,
    outcome: 'certificate_key_missing',
    needsKeytool: true,
  },
]

const wrong = (what: string, file: string): Variant => ({
  what: `wrong password, ${what}`,
  file,
  password: 'wrong',
  outcome: 'certificate_password_wrong',
})
const missing = (what: string, file: string): Variant => ({
  what: `password missing, ${what}`,
  file,
  outcome: 'certificate_password_missing',
})

const refused: readonly Variant[] = [
  wrong('AES', 'aes.pfx'),
  wrong('RC2-40', 'legacy.pfx'),
  wrong('keytool', 'one-entry.pfx'),
  wrong('MAC by PBKDF2', 'pbmac1.pfx'),
  wrong('no MAC, AES', 'without-mac.pfx'),
  wrong('no MAC, RC2-40', 'without-mac-legacy.pfx'),
  wrong('the right one is empty', 'empty.pfx'),
  missing('AES', 'aes.pfx'),
  missing('RC2-40', 'legacy.pfx'),
  missing('no MAC', 'without-mac.pfx'),
  { what: 'RC4', file: 'rc4.pfx', password, outcome: 'certificate_encryption_unsupported' },
  { what: '600,001 rounds', file: 'costly.pfx', password, outcome: 'certificate_file_too_costly' },
  { what: '600,001 rounds inside', file: 'costly-inside.pfx', password, outcome: 'certificate_file_too_costly' },
  { what: 'eight million rounds', file: 'endless.pfx', password, outcome: 'certificate_file_too_costly' },
]

export const pfxVariants: readonly Variant[] = [...protectedFiles, ...contents, ...refused]
