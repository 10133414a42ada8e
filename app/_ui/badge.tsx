import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

const tones = {
  plain: 'border-line bg-sunken text-muted',
  accent: 'border-transparent bg-accent-soft text-accent-ink',
  passed: 'border-passed-line bg-passed-soft text-passed',
  warned: 'border-warned-line bg-warned-soft text-warned',
  failed: 'border-failed-line bg-failed-soft text-failed',
}

interface BadgeProps {
  readonly tone?: keyof typeof tones
  readonly icon?: IconName
  readonly children: ReactNode
}

/** A short state in words; the colour only repeats it. */
export function Badge({ tone = 'plain', icon, children }: BadgeProps) {
  return (
    <span
      className={`inline-flex h-6 items-center gap-1 rounded-full border px-2 font-medium text-xs whitespace-nowrap ${tones[tone]}`}
    >
      {icon && <Icon name={icon} className="size-3.5" />}
      {children}
    </span>
  )
}
