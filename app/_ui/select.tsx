'use client'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { useControl } from './field'
import { Icon } from './icon'
import { controlClass } from './text-input'

/** The platform's own list: known to every keyboard, phone and screen reader. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={classNames('relative block min-w-0', className)}>
      <select {...useControl()} {...rest} className={`${controlClass} h-11 appearance-none truncate pr-9 sm:h-9`}>
        {children}
      </select>
      <Icon name="down" className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted" />
    </span>
  )
}
