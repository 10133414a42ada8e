'use client'
import type { ComponentProps } from 'react'
import { Broken } from './broken'
import { PublicPage } from './public-page'

export default function BrokenOutsideTheWorkspace(props: ComponentProps<typeof Broken>) {
  return (
    <PublicPage>
      <Broken {...props} />
    </PublicPage>
  )
}
