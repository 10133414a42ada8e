'use client'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { useControl } from './field'

/** 16 px text on phones: anything smaller makes iOS zoom into the field. */
export const controlClass =
  'w-full min-w-0 rounded-lg border border-control bg-surface px-3 text-lg text-ink placeholder:text-faint aria-invalid:border-failed disabled:bg-sunken disabled:text-faint sm:text-base focus-visible:outline-offset-0'

type TextInputProps = ComponentProps<'input'> & { readonly mono?: boolean }

export function TextInput({ mono = false, className, ...rest }: TextInputProps) {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...useControl()}
      {...rest}
      className={classNames(controlClass, 'h-11 sm:h-9', mono && 'font-mono sm:text-sm', className)}
    />
  )
}
