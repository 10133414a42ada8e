'use client'
import { Dialog } from '@base-ui/react/dialog'
import Link from 'next/link'
import { useState } from 'react'
import { Brand } from '#ui/brand'
import { IconButton } from '#ui/button'
import { Navigation } from './navigation'

/** On narrow screens the places are one tap away behind a menu, and the page has the whole width. */
export function MobileNavigation({ sandboxIsOn }: { readonly sandboxIsOn: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center justify-between border-line border-b bg-surface pr-2 pl-4 lg:hidden">
      <Link href="/" className="rounded-lg">
        <Brand />
      </Link>
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger render={<IconButton icon="menu" label="Menu" />} />
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-30 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
          <Dialog.Popup className="fixed inset-y-0 right-0 z-30 flex w-72 max-w-[85vw] flex-col gap-4 bg-surface p-3 shadow-float transition-transform duration-150 data-ending-style:translate-x-full data-starting-style:translate-x-full">
            <div className="flex items-center justify-between pl-3">
              <Dialog.Title className="font-semibold text-lg">Menu</Dialog.Title>
              <Dialog.Close render={<IconButton icon="close" label="Close menu" />} />
            </div>
            <Navigation sandboxIsOn={sandboxIsOn} onNavigate={() => setOpen(false)} />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </header>
  )
}
