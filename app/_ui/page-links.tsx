import Link from 'next/link'
import { classNames } from './class-names'

interface PageLinksProps {
  /** What the pages have in common. */
  readonly label: string
  readonly pages: readonly { readonly href: string; readonly label: string }[]
  /** The address of the page that is shown. */
  readonly current: string
}

/** The pages of one thing, side by side. */
export function PageLinks({ label, pages, current }: PageLinksProps) {
  return (
    <nav aria-label={label} className="mb-6">
      <ul className="flex flex-wrap gap-1">
        {pages.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === current ? 'page' : undefined}
              className={classNames(
                'flex h-11 items-center rounded-lg px-3 font-medium text-sm transition-colors sm:h-9',
                href === current ? 'bg-accent-soft text-accent-ink' : 'text-muted hover:bg-sunken hover:text-ink',
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
