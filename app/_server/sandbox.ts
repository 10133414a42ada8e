import 'server-only'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '#lib/platform/env'
import { AppError } from '#lib/platform/errors/index'
import { createSandbox, type SandboxChanges } from '#lib/sandbox/index'
import { pinned } from './pinned'
import { writePrivateFile } from './private-file'

const changesFile = () => join(env().DATA_DIR, 'sandbox.json')

/** The file is ours alone; a broken one stops the start rather than losing what somebody had set up. */
const load = (): unknown => (existsSync(changesFile()) ? JSON.parse(readFileSync(changesFile(), 'utf8')) : undefined)

const save = (changes: SandboxChanges): void => writePrivateFile(changesFile(), JSON.stringify(changes))

export const sandboxIsOn = (): boolean => env().SANDBOX === 'on'

/**
 * The embedded sandbox. What a person changes in it survives a restart.
 * @throws not_found where the operator has switched it off
 */
export async function sandbox() {
  if (!sandboxIsOn()) throw new AppError('not_found', { detail: 'The sandbox is switched off here (SANDBOX=off).' })
  return pinned('sandbox', async () => createSandbox({ items: env().SANDBOX_ITEMS, load, save }))
}
