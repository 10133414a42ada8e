import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { translateStorageFailure } from './failure'
import { wireTo } from './wire'

const clientOf = (worker: Worker) =>
  postgres({ user: 'postgres', max: 1, socket: () => wireTo(worker) } as postgres.Options<Record<string, never>>)

const failureOf = (query: Promise<unknown>) =>
  query.then(
    () => expect.unreachable('there is nobody to answer'),
    (error: unknown) => translateStorageFailure(error),
  )

test.each([
  ['ends', 'parentPort.once("message", () => process.exit())'],
  ['breaks', 'parentPort.once("message", () => { throw new Error("out of memory") })'],
])(
  'queries fail instead of waiting for ever when the database %s, the running one and the next',
  async (_how, code) => {
    const worker = new Worker(`const { parentPort } = require('node:worker_threads'); ${code}`, { eval: true })
    await once(worker, 'online')
    const client = clientOf(worker)
    await expect(failureOf(client`select 1`)).resolves.toMatchObject({ code: 'storage_unavailable' })
    await expect(failureOf(client`select 2`)).resolves.toMatchObject({ code: 'storage_unavailable' })
    await client.end({ timeout: 1 })
  },
)
