import 'server-only'

/**
 * One instance per process. Next loads a module several times (instrumentation, pages, routes), so a module variable
 * would open the database or seed the sandbox more than once; a registered symbol on `globalThis` is shared by all.
 * A creation that fails is forgotten, so that the next call tries again.
 */
export function pinned<Value>(name: string, create: () => Promise<Value>): Promise<Value> {
  const key = Symbol.for(`certboard.${name}`)
  const store = globalThis as { [key: symbol]: Promise<Value> | undefined }
  const existing = store[key]
  if (existing) return existing
  const creating = create()
  store[key] = creating
  creating.catch(() => {
    store[key] = undefined
  })
  return creating
}
