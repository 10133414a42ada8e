import type { ReactNode } from 'react'
import { classNames } from './class-names'

interface CardProps {
  readonly title?: string
  readonly description?: ReactNode
  readonly actions?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A group of things that belong together, with a heading when it needs one. */
export function Card({ title, description, actions, className, children }: CardProps) {
  return (
    <section
      className={classNames('min-w-0 rounded-2xl border border-line bg-surface p-5 shadow-lift sm:p-6', className)}
    >
      {title && (
        <header className="flex not-last:mb-5 flex-wrap items-start justify-between gap-x-4 gap-y-3">
          <div className="min-w-0 flex-1 basis-60">
            <h2 className="font-semibold text-lg">{title}</h2>
            {description && <div className="mt-1 max-w-prose text-muted text-sm">{description}</div>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
