'use client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { workItemQuery } from '#query/work-items'
import { IconButton } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { useMedia } from '#ui/media'
import { ProblemNotice } from '#ui/problem-notice'
import { Skeleton } from '#ui/skeleton'
import { ItemDetail } from './item-detail'

interface ItemPanelProps {
  readonly connectionId: string
  readonly id: number
  readonly onOpen: (id: number) => void
  readonly onClose: () => void
}

function Content({ connectionId, id, onOpen }: Omit<ItemPanelProps, 'onClose'>) {
  const { data, error } = useQuery(workItemQuery(connectionId, id))
  if (error) return <ProblemNotice error={error} />
  if (data?.id !== id) {
    return (
      <div role="status" className="space-y-4">
        <span className="sr-only">Loading work item {id}</span>
        <Skeleton className="h-4 w-24" />
        <Skeleton className="h-6 w-4/5" />
        <Skeleton className="h-32 w-full" />
      </div>
    )
  }
  return <ItemDetail item={data} onOpen={onOpen} />
}

/** Beside the table where there is room. Takes the focus when it opens; Escape closes it. */
function SidePanel({ onClose, ...content }: ItemPanelProps) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={`Work item ${content.id}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
      className="relative w-105 shrink-0 overflow-y-auto rounded-xl border border-line bg-surface p-5 shadow-lift outline-none"
    >
      <div className="absolute top-2 right-2">
        <IconButton icon="close" label="Close work item" onClick={onClose} />
      </div>
      <Content {...content} />
    </aside>
  )
}

/** In front of the page where there is not: the whole screen on a phone. */
function Sheet({ onClose, ...content }: ItemPanelProps) {
  return (
    <Dialog open look="sheet" onClose={onClose} title={`Work item ${content.id}`}>
      <Content {...content} />
    </Dialog>
  )
}

export function ItemPanel(props: ItemPanelProps) {
  const hasRoom = useMedia('(min-width: 1180px)')
  return hasRoom ? <SidePanel {...props} /> : <Sheet {...props} />
}
