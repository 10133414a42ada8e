import type { FileOf, Recipe } from './make-files'
import { beyondAscii, beyondAsciiBytewise, password } from './passwords'
import { inPieces, withPbmac1 } from './rewrite-pfx'
import { chainFirst, costlyInside, several, withoutPassword } from './write-pfx'

const pfx = (options: string, secret = password) =>
  `openssl pkcs12 -export -inkey key.pem -in cert.pem -passout 'pass:${secret}' ${options}`

const tripleDes = '-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg SHA1'
/** What the certificate store of Windows writes beside the key. */
const windows = "-iter 2000 -LMK -CSP 'Microsoft Enhanced RSA and AES Cryptographic Provider' -name '{7d3c5a1e}'"
const keytool = (options: string) =>
  `keytool ${options} -importkeystore -srckeystore several.pfx -srcstorepass ${password} -deststorepass ${password}`

const pems = async (of: FileOf, names: readonly string[]) =>
  (await Promise.all(names.map(of))).map((bytes) => bytes.toString())

/** Millions of rounds, where the file that openssl wrote asks for 600,001. */
const withMoreRounds = (file: Buffer) => Buffer.from(file.toString('hex').replaceAll('02030927c1', '02037fffff'), 'hex')

/** The password is `password`, unless the name says something else. */
export const pfxRecipes: Readonly<Record<string, Recipe>> = {
  'aes.pfx': pfx(''),
  'sha-512.pfx': pfx('-keypbe AES-128-CBC -certpbe AES-192-CBC -macalg SHA512 -iter 10000'),
  'triple-des.pfx': pfx(tripleDes),
  'triple-des-pbes2.pfx': pfx('-keypbe DES-EDE3-CBC -certpbe DES-EDE3-CBC'),
  'legacy.pfx': pfx('-legacy'),
  'rc2-128.pfx': pfx('-legacy -keypbe PBE-SHA1-2DES -certpbe PBE-SHA1-RC2-128 -macalg SHA1'),
  'rc4.pfx': pfx('-legacy -keypbe PBE-SHA1-RC4-128 -certpbe PBE-SHA1-RC4-128 -macalg SHA1'),
  'windows.pfx': pfx(`${tripleDes} ${windows}`),
  'windows-aes.pfx': pfx(windows),
  'windows-without-privacy.pfx': pfx(`${tripleDes} -certpbe NONE ${windows}`),
  'java-legacy.pfx': pfx('-legacy -iter 50000 -name entry'),
  'pbmac1.pfx': async (of) => withPbmac1(await of('aes.pfx'), password),
  'pieces.pfx': async (of) => inPieces(await of('aes.pfx')),

  'unencrypted.pfx': pfx('-keypbe NONE -certpbe NONE'),
  'without-mac.pfx': pfx('-nomac'),
  'without-mac-legacy.pfx': pfx('-nomac -legacy'),
  'bare.pfx': pfx('-nomac -keypbe NONE -certpbe NONE'),
  'empty.pfx': pfx('', ''),
  'empty-legacy.pfx': pfx('-legacy', ''),
  'no-bytes.pfx': async (of) => withoutPassword(await pems(of, ['pkcs1.pem', 'cert.pem'])),

  'beyond-ascii.pfx': pfx('', beyondAscii),
  'beyond-ascii-triple-des.pfx': pfx(tripleDes, beyondAscii),
  'beyond-ascii-pbes2-triple-des.pfx': pfx('-keypbe DES-EDE3-CBC -certpbe DES-EDE3-CBC', beyondAscii),
  'beyond-ascii-legacy.pfx': pfx('-legacy', beyondAscii),
  'beyond-ascii-old-openssl.pfx': pfx('-legacy', beyondAsciiBytewise),

  'chain.pfx': `openssl pkcs12 -export -inkey key.pem -in issued.pem -certfile ca.pem -passout pass:${password}`,
  'chain-first.pfx': async (of) => chainFirst(await pems(of, ['pkcs1.pem', 'ca.pem', 'issued.pem']), password),
  'renewed.pfx': `openssl pkcs12 -export -inkey key.pem -in cert.pem -certfile renewed.pem -passout pass:${password}`,
  'one-entry.pfx': async (of) => several([await pems(of, ['key.pem', 'cert.pem'])], password),
  'several.pfx': async (of) =>
    several([await pems(of, ['key.pem', 'cert.pem']), await pems(of, ['other.key', 'other.pem', 'ca.pem'])], password),
  'key-only.pfx': `openssl pkcs12 -export -nocerts -inkey key.pem -passout pass:${password}`,
  'cert-only.pfx': `openssl pkcs12 -export -nokeys -in cert.pem -passout pass:${password}`,
  'costly.pfx': pfx('-iter 600001'),
  'costly-inside.pfx': async (of) => costlyInside(await pems(of, ['key.pem', 'cert.pem']), password),
  'endless.pfx': async (of) => withMoreRounds(await of('costly.pfx')),

  'keytool.p12': `${keytool('')} -srcalias one -destalias one -deststoretype pkcs12 -destkeystore keytool.p12`,
  'keytool-several.p12': `${keytool('')} -deststoretype pkcs12 -destkeystore keytool-several.p12`,
  'keytool-several-legacy.p12': `${keytool('-J-Dkeystore.pkcs12.legacy')} -deststoretype pkcs12 -destkeystore keytool-several-legacy.p12`,
  'keytool-legacy.p12': `${keytool('-J-Dkeystore.pkcs12.legacy')} -srcalias one -deststoretype pkcs12 -destkeystore keytool-legacy.p12`,
  'keytool.jks': `${keytool('')} -deststoretype jks -destkeystore keytool.jks`,
  'keytool.jceks': `${keytool('')} -deststoretype jceks -destkeystore keytool.jceks`,
  'keytool-trust.p12': `keytool -importcert -noprompt -alias ca -file cert.pem -keystore keytool-trust.p12 -storepass ${password}`,
}
