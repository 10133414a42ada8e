import { useSearchParams } from 'next/navigation'

type Changes = Partial<Record<'connection' | 'project' | 'query' | 'item', string | undefined>>

function itemIn(params: URLSearchParams): number | undefined {
  const id = Number(params.get('item'))
  return Number.isInteger(id) && id > 0 ? id : undefined
}

/** What is shown is in the address, so that it can be shared, bookmarked and walked back through. */
export function useExplorerLocation() {
  const params = useSearchParams()

  /** `undefined` takes a parameter out. */
  function go(changes: Changes) {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(name)
      else next.set(name, value)
    }
    history.pushState(null, '', `?${next}`)
  }

  return {
    connectionId: params.get('connection') ?? undefined,
    /** The empty text is a choice too: no project. */
    project: params.get('project') ?? undefined,
    query: params.get('query') ?? undefined,
    item: itemIn(params),
    go,
  }
}
