'use client'
import dynamic from 'next/dynamic'
import { useSetup } from './setup-provider'

const HandOffWatch = dynamic(async () => (await import('./hand-off-watch')).HandOffWatch, { ssr: false })

/** Follows all that was handed on of a setup, whichever of its pages is open. */
export function HandOffs() {
  const { draft } = useSetup()
  return draft.handOffs?.map((id) => <HandOffWatch key={id} id={id} />)
}
