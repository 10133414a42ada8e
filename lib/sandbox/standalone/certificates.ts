import 'server-only'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { microsoftHosts } from './hosts'
import { ellipticAlgorithm, type MadeCertificate, makeCertificate, rsaAlgorithm } from './make-certificate'

const day = 24 * 60 * 60 * 1000

/** Dates that forgive a clock that is a little off. */
const validity = (now: Date) => ({
  notBefore: new Date(now.getTime() - day),
  notAfter: new Date(now.getTime() + 90 * day),
})

const extension = (extnID: string, critical: boolean, value: asn1js.BaseBlock): pkijs.Extension =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER() })

/** Bits of the key usage extension (RFC 5280 section 4.2.1.3), the first one leftmost. */
const keyUsage = (bits: number): pkijs.Extension =>
  extension('2.5.29.15', true, new asn1js.BitString({ valueHex: new Uint8Array([bits]).buffer }))
const digitalSignature = 0b1000_0000
const keyCertSign = 0b0000_0100

const authorityExtensions = (): pkijs.Extension[] => [
  extension('2.5.29.19', true, new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema()),
  keyUsage(keyCertSign),
]

/** Choices of a general name (RFC 5280 section 4.2.1.6). */
const dnsName = (value: string) => new pkijs.GeneralName({ type: 2, value })
const ipAddress = (bytes: readonly number[]) =>
  new pkijs.GeneralName({ type: 7, value: new asn1js.OctetString({ valueHex: new Uint8Array(bytes).buffer }) })

const serverNames = () =>
  new pkijs.GeneralNames({ names: [...[...microsoftHosts, 'localhost'].map(dnsName), ipAddress([127, 0, 0, 1])] })

const serverExtensions = (): pkijs.Extension[] => [
  keyUsage(digitalSignature),
  extension('2.5.29.37', false, new pkijs.ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.1'] }).toSchema()),
  extension('2.5.29.17', false, serverNames().toSchema()),
]

interface ServerCertificate {
  /** PEM of the authority that clients must trust. */
  readonly authority: string
  readonly server: MadeCertificate
}

/** A new certification authority, and a certificate from it for every host that the sandbox stands in for. */
export async function makeServerCertificate(now: Date): Promise<ServerCertificate> {
  const issuer = await makeCertificate({
    ...validity(now),
    commonName: 'Certboard sandbox, throw-away CA',
    algorithm: ellipticAlgorithm,
    extensions: authorityExtensions(),
  })
  const server = await makeCertificate({
    ...validity(now),
    commonName: 'Certboard sandbox',
    algorithm: ellipticAlgorithm,
    extensions: serverExtensions(),
    issuer,
  })
  return { authority: issuer.certificate, server }
}

/** A self-signed RSA certificate, as somebody would make for an app registration. */
export const makeClientCertificate = (now: Date): Promise<MadeCertificate> =>
  makeCertificate({ ...validity(now), commonName: 'Certboard sandbox client', algorithm: rsaAlgorithm(2048) })
