import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAppError } from '#lib/platform/errors/index'
import {
  certificateFiles,
  hasKeytool,
  type Variant,
  variants,
  withoutKeytool,
} from '#lib/platform/testing/certificate-files/index'
import { type Examined, printTable } from '#lib/platform/testing/certificate-files/table'
import { factsOf } from './facts'
import { readPair } from './reading/read-pair'
import { requireUsable } from './require-usable'

const fileOf = certificateFiles()
const examined: Examined[] = []

const isMade = ({ needsKeytool }: Variant) => hasKeytool || !needsKeytool

const thumbprintOf = async (name: string) => factsOf(new X509Certificate(await fileOf(name))).thumbprintSha256

/** The thumbprint of the certificate that was found and signs, or the code of the refusal. */
async function examine({ file, keyFile, password, chosen }: Variant): Promise<string> {
  try {
    const pair = await readPair({
      file: await fileOf(file),
      keyFile: keyFile === undefined ? undefined : await fileOf(keyFile),
      password,
      thumbprintSha256: chosen && (await thumbprintOf(chosen)),
    })
    await requireUsable(pair, Date.now())
    return factsOf(pair.certificate).thumbprintSha256
  } catch (error) {
    if (isAppError(error)) return error.code
    throw error
  }
}

const isFile = (outcome: Variant['outcome']) => outcome.endsWith('.pem')

const shown = (outcome: string) => (/^[0-9A-F]{64}$/.test(outcome) ? 'read' : outcome)

beforeAll(async () => {
  const made = Object.values(variants).flat().filter(isMade)
  await Promise.all(made.flatMap(({ file, keyFile }) => [file, ...(keyFile ? [keyFile] : [])]).map(fileOf))
})

afterAll(() => printTable(examined))

describe.each(Object.entries(variants))('%s', (group, all) => {
  test.each(
    all.map((variant) => [`${variant.what}: ${isMade(variant) ? variant.outcome : withoutKeytool}`, variant] as const),
  )('%s', async (_, variant) => {
    const expected = isFile(variant.outcome) ? await thumbprintOf(variant.outcome) : variant.outcome
    const outcome = isMade(variant) ? await examine(variant) : expected
    examined.push({ group, variant, outcome: isMade(variant) ? shown(outcome) : withoutKeytool })
    expect(outcome).toBe(expected)
  })
})
