'use client'
import type { ComponentProps, ReactNode } from 'react'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & {
  readonly label: ReactNode
  readonly description?: ReactNode
}

export function Checkbox({ label, description, ...rest }: CheckboxProps) {
  return (
    <label className="flex min-h-6 cursor-pointer items-start gap-2.5">
      <input {...rest} type="checkbox" className="mt-0.5 size-4.5 shrink-0 cursor-pointer accent-accent" />
      <span>
        <span className="block font-medium text-sm">{label}</span>
        {description && <span className="block text-muted text-sm">{description}</span>}
      </span>
    </label>
  )
}
