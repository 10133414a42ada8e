'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classNames } from '#ui/class-names'
import { useAppQuery } from './chosen-app'

const pages = [
  { href: '/sandbox', label: 'The six steps' },
  { href: '/sandbox/app-registrations', label: 'App registrations' },
  { href: '/sandbox/certificates', label: 'Certificates & secrets' },
  { href: '/sandbox/permissions', label: 'API permissions' },
  { href: '/sandbox/users', label: 'Organization users' },
  { href: '/sandbox/projects', label: 'Projects' },
] as const

export function PortalNavigation() {
  const path = usePathname()
  const query = useAppQuery()
  return (
    <nav aria-label="Practice portal" className="mb-6">
      <ul className="flex flex-wrap gap-1">
        {pages.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={`${href}${query}`}
              aria-current={href === path ? 'page' : undefined}
              className={classNames(
                'flex h-11 items-center rounded-lg px-3 font-medium text-sm transition-colors sm:h-9',
                href === path ? 'bg-accent-soft text-accent-ink' : 'text-muted hover:bg-sunken hover:text-ink',
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
