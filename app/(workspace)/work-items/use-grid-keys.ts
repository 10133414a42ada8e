import { type KeyboardEvent, useState } from 'react'

const page = 15

const moves: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index) => index + 1,
  j: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  k: (index) => index - 1,
  PageDown: (index) => index + page,
  PageUp: (index) => index - page,
  Home: () => 0,
  End: (_, last) => last,
}

interface GridKeysOptions {
  readonly count: number
  readonly scrollTo: (index: number) => void
  readonly onOpen: (index: number) => void
}

/** One row of the table is active; keys move it, Enter opens it. */
export function useGridKeys({ count, scrollTo, onOpen }: GridKeysOptions) {
  const [active, setActive] = useState(0)

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') onOpen(active)
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    const next = Math.max(0, Math.min(count - 1, move(active, count - 1)))
    setActive(next)
    scrollTo(next)
  }

  return { active, setActive, onKeyDown }
}
