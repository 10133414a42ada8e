import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

type Tone = 'info' | 'success' | 'warning' | 'danger'

const looks: Record<Tone, { readonly icon: IconName; readonly box: string; readonly ink: string }> = {
  info: { icon: 'info', box: 'border-line bg-accent-soft', ink: 'text-accent-ink' },
  success: { icon: 'check', box: 'border-passed-line bg-passed-soft', ink: 'text-passed' },
  warning: { icon: 'alert', box: 'border-warned-line bg-warned-soft', ink: 'text-warned' },
  danger: { icon: 'cross', box: 'border-failed-line bg-failed-soft', ink: 'text-failed' },
}

interface NoticeProps {
  readonly tone?: Tone
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

export function Notice({ tone = 'info', title, children, actions }: NoticeProps) {
  const { icon, box, ink } = looks[tone]
  return (
    <div className={`flex gap-3 rounded-xl border p-4 ${box}`}>
      <Icon name={icon} className={`mt-px size-5 ${ink}`} />
      <div className="min-w-0 flex-1 space-y-1.5">
        {title && <p className={`font-semibold ${ink}`}>{title}</p>}
        {children && <div className="space-y-2 text-ink">{children}</div>}
        {actions && <div className="flex flex-wrap gap-2 pt-1.5">{actions}</div>}
      </div>
    </div>
  )
}
