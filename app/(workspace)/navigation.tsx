'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Brand } from '#ui/brand'
import { classNames } from '#ui/class-names'
import { Icon, type IconName } from '#ui/icon'
import { SignOutButton } from './sign-out-button'

interface Place {
  readonly href: string
  readonly label: string
  readonly icon: IconName
}

/** Places that not everybody has. */
export interface Offer {
  readonly sandbox: boolean
  readonly activity: boolean
}

const places = (offer: Offer): readonly Place[] => [
  { href: '/', label: 'Home', icon: 'home' },
  { href: '/work-items', label: 'Work items', icon: 'list' },
  { href: '/certificates', label: 'Certificates', icon: 'certificate' },
  { href: '/reminders', label: 'Reminders', icon: 'bell' },
  ...(offer.activity ? [{ href: '/activity', label: 'Activity', icon: 'clock' } as const] : []),
  ...(offer.sandbox ? [{ href: '/sandbox', label: 'Sandbox', icon: 'flask' } as const] : []),
  { href: '/help', label: 'Help', icon: 'help' },
]

/** Connections and their setups live under Home. */
function isHere(href: string, path: string): boolean {
  if (href === '/') return path === '/' || /^\/(?:connections|setup)(?:\/|$)/.test(path)
  return path === href || path.startsWith(`${href}/`)
}

interface NavigationProps {
  readonly offer: Offer
  readonly onNavigate?: () => void
}

export function Navigation({ offer, onNavigate }: NavigationProps) {
  const path = usePathname()
  return (
    <nav aria-label="Main" className="flex flex-1 flex-col">
      <ul className="flex-1 space-y-0.5">
        {places(offer).map(({ href, label, icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isHere(href, path) ? 'page' : undefined}
              {...(onNavigate && { onClick: onNavigate })}
              className={classNames(
                'flex h-11 items-center gap-3 rounded-lg px-3 font-medium transition-colors lg:h-9',
                isHere(href, path) ? 'bg-accent-soft text-accent-ink' : 'text-muted hover:bg-sunken hover:text-ink',
              )}
            >
              <Icon name={icon} className="size-4.5" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <SignOutButton />
    </nav>
  )
}

export function Sidebar({ offer }: { readonly offer: Offer }) {
  return (
    <header className="sticky top-0 hidden h-dvh flex-col gap-6 border-line border-r bg-surface px-3 py-5 lg:flex">
      <Link href="/" className="rounded-lg px-2">
        <Brand />
      </Link>
      <Navigation offer={offer} />
    </header>
  )
}
