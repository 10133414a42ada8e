'use client'
import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { Button } from './button'
import type { DialogProps } from './dialog-popup'

const DialogPopup = dynamic(() => import('./dialog-popup'), { ssr: false })

/**
 * Something in front of the page that takes the focus; Escape, its close button and its surroundings close it. The
 * machinery is a sixth of a page's script and most visits never need it, so it comes when the first dialog opens, and
 * stays to see it close.
 */
export function Dialog(props: DialogProps) {
  const [wasOpened, setWasOpened] = useState(props.open)
  if (props.open && !wasOpened) setWasOpened(true)
  return wasOpened ? <DialogPopup {...props} /> : null
}

interface ConfirmDialogProps extends DialogProps {
  /** The verb on the button, for example “Delete connection”. */
  readonly action: string
  readonly busy: boolean
  readonly onConfirm: () => void
}

/** Asks before something that cannot be undone. `children` says what is lost. */
export function ConfirmDialog({ action, busy, onConfirm, children, ...dialog }: ConfirmDialogProps) {
  return (
    <Dialog {...dialog}>
      <div className="space-y-4">{children}</div>
      <DialogActions>
        <Button onClick={dialog.onClose}>Cancel</Button>
        <Button variant="danger" busy={busy} onClick={onConfirm}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{children}</div>
}
