'use client'
import { usePathname } from 'next/navigation'
import { PageLinks } from '#ui/page-links'
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
  const links = pages.map(({ href, label }) => ({ href: `${href}${query}`, label }))
  return <PageLinks label="Practice portal" pages={links} current={`${path}${query}`} />
}
