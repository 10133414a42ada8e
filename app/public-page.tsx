import Link from 'next/link'
import type { ReactNode } from 'react'
import { Brand } from '#ui/brand'

const places = [
  { href: '/', label: 'Home' },
  { href: '/help', label: 'Help' },
]

/** The frame of pages that work without a session. */
export function PublicPage({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <header className="border-line border-b bg-surface">
        <div className="mx-auto flex h-14 max-w-3xl items-center justify-between px-4 sm:px-8">
          <Link href="/" className="rounded-lg">
            <Brand />
          </Link>
          <nav aria-label="Main">
            <ul className="flex gap-1">
              {places.map(({ href, label }) => (
                <li key={href}>
                  <Link
                    href={href}
                    className="flex h-11 items-center rounded-lg px-3 font-medium text-muted hover:bg-sunken hover:text-ink sm:h-9"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-3xl px-4 py-8 outline-none sm:px-8">
        {children}
      </main>
    </>
  )
}
