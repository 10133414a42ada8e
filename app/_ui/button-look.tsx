import type { ReactNode } from 'react'
import { classNames } from './class-names'
import type { IconName } from './icon'

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger'

const base =
  'inline-flex items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap select-none transition-colors'

const variants: Record<Variant, string> = {
  primary: 'bg-accent text-on-accent shadow-lift enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover',
  secondary: 'border border-control/60 bg-surface text-ink shadow-lift enabled:hover:bg-sunken [a&]:hover:bg-sunken',
  quiet: 'text-muted enabled:hover:bg-sunken enabled:hover:text-ink [a&]:hover:bg-sunken [a&]:hover:text-ink',
  danger: 'border border-failed-line bg-surface text-failed shadow-lift enabled:hover:bg-failed-soft',
}

/** Main actions are 44 px tall on a phone, 36 px where there is a pointer. */
const sizes = { normal: 'h-11 px-4 text-base sm:h-9 sm:px-3.5', small: 'h-9 px-2.5 text-sm sm:h-7' }

export interface Look {
  readonly variant?: Variant
  readonly size?: keyof typeof sizes
  readonly icon?: IconName
  readonly children: ReactNode
}

/** The classes of what looks like a button. */
export const look = ({ variant = 'secondary', size = 'normal' }: Look, className?: string) =>
  classNames(base, variants[variant], sizes[size], className)
