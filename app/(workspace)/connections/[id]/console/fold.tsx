'use client'
import { type ReactNode, useState } from 'react'
import { Icon } from '#ui/icon'

/** What is not looked at is not in the page, so that it costs nothing until it is opened. */
export function Fold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      className="rounded-xl border border-line bg-canvas"
    >
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-xl px-4 font-medium hover:bg-sunken sm:min-h-9">
        <Icon name="right" className={`size-4 text-muted transition-transform ${isOpen ? 'rotate-90' : ''}`} />
        {title}
      </summary>
      {isOpen && <div className="border-line border-t p-4">{children}</div>}
    </details>
  )
}
