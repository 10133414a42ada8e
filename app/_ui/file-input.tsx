'use client'
import type { ComponentProps } from 'react'
import { useControl } from './field'
import { controlClass } from './text-input'

export function FileInput(props: ComponentProps<'input'>) {
  return (
    <input
      {...useControl()}
      {...props}
      type="file"
      className={`${controlClass} h-11 py-1.5 pl-1.5 text-sm file:mr-3 file:h-full file:cursor-pointer file:rounded-md file:border-0 file:bg-sunken file:px-3 file:font-medium file:text-ink file:text-sm hover:file:bg-line sm:h-9 sm:py-1 sm:text-sm`}
    />
  )
}
