'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '#ui/button'
import type { TakenValues } from './values'

/** Understanding so many notations takes some code, which only those load who paste. */
const PasteDialog = dynamic(async () => (await import('./paste-dialog')).PasteDialog, { ssr: false })

/** Fills settings in from what another tool has of them. */
export function PasteSettings({ onTake }: { readonly onTake: (values: TakenValues) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="copy" onClick={() => setOpen(true)}>
        Paste settings
      </Button>
      {open && <PasteDialog onClose={() => setOpen(false)} onTake={onTake} />}
    </>
  )
}
