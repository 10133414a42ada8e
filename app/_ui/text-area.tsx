'use client'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { useControl } from './field'
import { controlClass } from './text-input'

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      spellCheck={false}
      autoComplete="off"
      {...useControl()}
      {...rest}
      className={classNames(controlClass, 'resize-y py-2', className)}
    />
  )
}
