import { constants, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { signClientAssertion } from '#lib/platform/entra/client-assertion'
import type { Benchmark } from './benchmark'
import { benchCertificate } from './certificate'

const signAsync = promisify(sign)
const rounds = 60
const perRound = 8

const secondsFor = async (work: () => Promise<unknown>) => {
  const started = performance.now()
  for (let done = 0; done < perRound; done += 1) await work()
  return (performance.now() - started) / 1000
}

/** Rounds of both take turns, so that a slow moment of the machine hits both alike. */
export async function assertionSigning(): Promise<Benchmark> {
  const { signer, privateKey: key } = await benchCertificate()
  const bytes = Buffer.alloc(600, 'x')
  const raw = () => signAsync('sha256', bytes, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 })
  const ours = () =>
    signClientAssertion(signer, {
      clientId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      audience: 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token',
      algorithm: 'PS256',
      now: Date.now,
    })
  await secondsFor(raw)
  await secondsFor(ours)
  let rawSeconds = 0
  let ourSeconds = 0
  for (let round = 0; round < rounds; round += 1) {
    rawSeconds += await secondsFor(raw)
    ourSeconds += await secondsFor(ours)
  }
  const total = rounds * perRound
  return {
    name: 'assertion-signing',
    goal: 'ratio ≥ 0.95',
    assertionsPerSecond: Math.round(total / ourSeconds),
    rawSignaturesPerSecond: Math.round(total / rawSeconds),
    ratio: Number((rawSeconds / ourSeconds).toFixed(3)),
  }
}
