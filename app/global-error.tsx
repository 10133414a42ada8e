'use client'
import type { ComponentProps } from 'react'
import { Broken } from './broken'
import './globals.css'

/** Stands in for the root layout when that itself breaks. */
export default function GlobalError(props: ComponentProps<typeof Broken>) {
  return (
    <html lang="en">
      <head>
        <title>Something broke · Certboard</title>
      </head>
      <body>
        <main id="main" className="px-4">
          <Broken {...props} />
        </main>
      </body>
    </html>
  )
}
