'use client'
import Link from 'next/link'
import { useState } from 'react'
import { Brand } from '#ui/brand'
import { IconButton } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Navigation, type Offer } from './navigation'

/** On narrow screens the places are one tap away behind a menu, and the page has the whole width. */
export function MobileNavigation({ offer }: { readonly offer: Offer }) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center justify-between border-line border-b bg-surface pr-2 pl-4 lg:hidden">
      <Link href="/" className="rounded-lg">
        <Brand />
      </Link>
      <IconButton icon="menu" label="Menu" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)} />
      <Dialog look="menu" open={open} onClose={close} title="Menu">
        <Navigation offer={offer} onNavigate={close} />
      </Dialog>
    </header>
  )
}
