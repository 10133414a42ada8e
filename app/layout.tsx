import { CSPProvider } from '@base-ui/react/csp-provider'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { QueryProvider } from './_query/provider'
import { HydrationMark } from './_ui/hydrated'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Certboard', template: '%s · Certboard' },
  description: 'Connect a team to Azure DevOps with a Microsoft Entra ID app and a client certificate.',
  robots: { index: false },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f7f9' },
    { media: '(prefers-color-scheme: dark)', color: '#0c0e12' },
  ],
}

/** Reading the nonce makes every page dynamic, without which no script of it would run under the policy. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce')
  return (
    <html lang="en">
      <body>
        <a
          href="#main"
          className="sr-only z-50 rounded-lg bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
        >
          Skip to the content
        </a>
        <CSPProvider {...(nonce && { nonce })}>
          <QueryProvider>{children}</QueryProvider>
          <HydrationMark />
        </CSPProvider>
      </body>
    </html>
  )
}
