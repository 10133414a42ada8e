/** Other forms that RFC 7292 and RFC 9579 give a PFX file, made of one that openssl wrote. */
import { createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { Integer, OctetString, Sequence } from 'asn1js'
import { AlgorithmIdentifier, DigestInfo, MacData, PBKDF2Params, PFX } from 'pkijs'

const hmacWithSha256 = new AlgorithmIdentifier({ algorithmId: '1.2.840.113549.2.9' })
const octets = (bytes: Uint8Array) => new OctetString({ valueHex: Uint8Array.from(bytes).buffer })

function contentOf({ authSafe: { content } }: PFX): Uint8Array {
  if (content instanceof OctetString) return new Uint8Array(content.getValue())
  throw new Error('This is no PFX file.')
}

/** The same file with a checksum whose key comes from PBKDF2: RFC 9579, `openssl pkcs12 -pbmac1_pbkdf2` since 3.4. */
export function withPbmac1(file: Uint8Array, password: string): Uint8Array {
  const pfx = PFX.fromBER(Uint8Array.from(file))
  const [salt, rounds, keyLength] = [randomBytes(16), 2048, 32]
  const kdf = new AlgorithmIdentifier({
    algorithmId: '1.2.840.113549.1.5.12',
    algorithmParams: new PBKDF2Params({
      salt: octets(salt),
      iterationCount: rounds,
      keyLength,
      prf: hmacWithSha256,
    }).toSchema(),
  })
  const digestAlgorithm = new AlgorithmIdentifier({
    algorithmId: '1.2.840.113549.1.5.14',
    algorithmParams: new Sequence({ value: [kdf.toSchema(), hmacWithSha256.toSchema()] }),
  })
  const key = pbkdf2Sync(password, salt, rounds, keyLength, 'sha256')
  const digest = octets(createHmac('sha256', key).update(contentOf(pfx)).digest())
  pfx.macData = new MacData({ mac: new DigestInfo({ digestAlgorithm, digest }), macSalt: octets(salt), iterations: 1 })
  return new Uint8Array(pfx.toSchema().toBER())
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** BER without lengths, its content in pieces of 100 bytes: what programs write that do not know in advance how long it gets. */
export function inPieces(file: Uint8Array): Buffer {
  const pfx = PFX.fromBER(Uint8Array.from(file))
  const content = contentOf(pfx)
  const pieces = Array.from({ length: Math.ceil(content.length / 100) }, (_, at) =>
    content.slice(at * 100, at * 100 + 100),
  )
  const version = hex(new Uint8Array(new Integer({ value: 3 }).toBER()))
  const octetString = `2480${pieces.map((piece) => hex(new Uint8Array(octets(piece).toBER()))).join('')}0000`
  const authSafe = `308006092a864886f70d010701a080${octetString}00000000`
  const mac = pfx.macData ? hex(new Uint8Array(pfx.macData.toSchema().toBER())) : ''
  return Buffer.from(`3080${version}${authSafe}${mac}0000`, 'hex')
}
