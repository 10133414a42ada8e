import 'server-only'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { AppError, type ErrorCode } from '#lib/platform/errors/index'
import type { Block } from './block'

const defaultDeadlineMs = 5000

/** What a file holds, each in DER; keys are PKCS #8. */
export interface KeyMaterial {
  readonly certificates: readonly Uint8Array[]
  readonly keys: readonly Uint8Array[]
}

type Answer = KeyMaterial | { readonly refused: ErrorCode }

/** Where the sources lie under the working directory, as in a build, else beside this file. */
function workerFile(): string {
  const inProject = join(/* turbopackIgnore: true */ process.cwd(), 'lib/certificates/reading/file-worker.mjs')
  return existsSync(inProject) ? inProject : join(dirname(fileURLToPath(import.meta.url)), 'file-worker.mjs')
}

interface Question {
  readonly blocks: readonly Block[]
  readonly password: string
}

const startWorker = (question: Question) =>
  new Worker(workerFile(), {
    workerData: question,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  })

/** The one failure of the worker that is no file's fault: a package that was not copied into the build. */
const isBrokenInstallation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).endsWith('MODULE_NOT_FOUND')

async function askWorker(question: Question, deadlineMs: number): Promise<Answer> {
  const worker = startWorker(question)
  // `once` listens no longer than it waits, and an error that nobody listens to would end the server.
  worker.on('error', () => undefined)
  const signal = AbortSignal.timeout(deadlineMs)
  try {
    const [answer]: Answer[] = await once(worker, 'message', { signal })
    return answer ?? { refused: 'certificate_file_unreadable' }
  } catch (cause) {
    if (isBrokenInstallation(cause)) throw cause
    return { refused: signal.aborted ? 'certificate_file_too_costly' : 'certificate_file_unreadable' }
  } finally {
    void worker.terminate()
  }
}

let last: Promise<unknown> = Promise.resolve()

/** One file at a time: however many arrive, one thread and its memory is all they get. */
function askInTurn(...question: Parameters<typeof askWorker>): Promise<Answer> {
  const answer = last.then(() => askWorker(...question))
  last = answer.catch(() => undefined)
  return answer
}

/**
 * Opens PFX and P7B files and encrypted keys in a worker thread, all of them within five seconds.
 * @param password empty for files without one
 * @throws certificate_password_missing, certificate_password_wrong, certificate_file_too_costly,
 * certificate_encryption_unsupported, certificate_file_unreadable
 */
export async function openContainers(
  blocks: readonly Block[],
  password: string,
  deadlineMs = defaultDeadlineMs,
): Promise<KeyMaterial> {
  const answer = await askInTurn({ blocks, password }, deadlineMs)
  if (!('refused' in answer)) return answer
  if (answer.refused !== 'certificate_password_wrong') throw new AppError(answer.refused)
  const code = password === '' ? 'certificate_password_missing' : 'certificate_password_wrong'
  throw new AppError(code, { field: 'password' })
}
