import 'server-only'

/** Waits; a signal that aborts ends the wait with its reason. Injected wherever waiting happens, so tests need not wait. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>

/** Milliseconds since the epoch. */
export type Now = () => number

/** A number from 0 to below 1. */
export type Random = () => number

/**
 * Gives up waiting for work that others may still want: rejects with the signal's reason when it aborts, while the work
 * itself goes on.
 */
export function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}

export const sleep: Sleep = (milliseconds, signal) => {
  let timer: NodeJS.Timeout
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  return abortable(elapsed, signal).finally(() => clearTimeout(timer))
}

/**
 * Runs work that must end in time. The work gets a signal that aborts when the time is over (`onTimeout` makes the error)
 * or when the caller's signal does (with its reason); work that ignores its signal is left behind.
 * Not `AbortSignal.any`: in Node 20 a garbage-collected member of it never fires.
 */
export async function withDeadline<T>(
  milliseconds: number,
  onTimeout: () => Error,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  const onAbort = () => controller.abort(signal?.reason)
  const timer = setTimeout(() => controller.abort(onTimeout()), milliseconds)
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    return await abortable(work(controller.signal), controller.signal)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}
