import 'server-only'
import { Duplex } from 'node:stream'
import type { Worker } from 'node:worker_threads'

/** The code by which postgres.js says the same of a server. */
const ended = (cause: unknown) =>
  Object.assign(new Error('The embedded database has ended.', { cause }), { code: 'CONNECTION_CLOSED' })

export const isRunning = (worker: Worker): boolean => worker.threadId !== -1

/** Passes what the worker says on to the wire. A worker that is gone ends the wire: a query would wait for ever. */
function listen(worker: Worker, wire: Duplex): void {
  const answer = (message: unknown) => {
    if (message instanceof Uint8Array) wire.push(Buffer.from(message))
  }
  const end = (reason: unknown) => void wire.destroy(ended(reason))
  worker.on('message', answer).once('error', end).once('exit', end)
  wire.once('close', () => worker.off('message', answer).off('error', end).off('exit', end))
  // Not at once, because postgres.js has yet to listen to the wire that it asked for.
  if (!isRunning(worker)) setImmediate(end)
}

/** One end of the wire: what postgres.js writes goes to the worker, what the worker answers is read by postgres.js. */
export function wireTo(worker: Worker): Duplex {
  const wire = new Duplex({
    read() {},
    write(chunk: Uint8Array, _encoding, done) {
      worker.postMessage(new Uint8Array(chunk))
      done()
    },
    final(done) {
      this.push(null)
      done()
    },
  })
  listen(worker, wire)
  // postgres.js asks a socket whether it is open.
  return Object.assign(wire, { readyState: 'open' })
}
