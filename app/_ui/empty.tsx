import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

interface EmptyProps {
  readonly icon: IconName
  readonly title: string
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** What a place is for, while there is nothing in it. */
export function Empty({ icon, title, children, actions }: EmptyProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-2xl border border-line border-dashed bg-surface px-6 py-14 text-center">
      <span className="flex size-12 items-center justify-center rounded-full bg-accent-soft text-accent-ink">
        <Icon name={icon} className="size-6" />
      </span>
      <h2 className="font-semibold text-lg">{title}</h2>
      <div className="max-w-md text-muted">{children}</div>
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
