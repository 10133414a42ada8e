'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { IconButton } from './button'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description?: ReactNode
  /** A box in the middle, a narrow menu at the edge, or a sheet that fills a phone. */
  readonly look?: 'box' | 'menu' | 'sheet'
  readonly children: ReactNode
}

const looks = {
  box: {
    place: 'items-end justify-center sm:items-center sm:p-6',
    popup:
      'max-h-full w-full max-w-lg rounded-t-2xl data-ending-style:translate-y-2 data-starting-style:translate-y-2 sm:max-h-[88vh] sm:rounded-2xl',
  },
  menu: {
    place: 'items-stretch justify-end',
    popup: 'w-72 max-w-[85vw] data-ending-style:translate-x-full data-starting-style:translate-x-full',
  },
  sheet: {
    place: 'items-stretch justify-end',
    popup: 'w-full data-ending-style:translate-x-4 data-starting-style:translate-x-4 sm:max-w-md',
  },
}

const motion = 'transition-[opacity,translate] duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0'

/** The part of a dialog that is there only once one was opened. */
export default function DialogPopup({ open, onClose, title, description, look = 'box', children }: DialogProps) {
  const { place, popup } = looks[look]
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={`fixed inset-0 z-40 bg-scrim ${motion}`} />
        <Base.Viewport className={`fixed inset-0 z-40 flex ${place}`}>
          <Base.Popup
            className={`flex flex-col bg-surface shadow-float outline-none ${motion} ${popup}`}
            // React takes events through portals: a form from which the dialog was opened would be submitted as well.
            onSubmit={(event) => event.stopPropagation()}
          >
            <header className="flex items-start gap-3 px-5 pt-5 sm:px-6 sm:pt-6">
              <div className="min-w-0 flex-1">
                <Base.Title className="font-semibold text-lg">{title}</Base.Title>
                {description && <Base.Description className="mt-1 text-muted">{description}</Base.Description>}
              </div>
              <Base.Close render={<IconButton icon="close" label="Close" className="-mt-2 -mr-2 sm:-mt-1" />} />
            </header>
            <div className="flex flex-1 flex-col overflow-y-auto px-5 pt-4 pb-5 sm:px-6 sm:pb-6">{children}</div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
