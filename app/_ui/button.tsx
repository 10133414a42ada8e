import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'
import { Spinner } from './spinner'

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger'

const base =
  'inline-flex items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap select-none transition-colors disabled:opacity-55'

const variants: Record<Variant, string> = {
  primary: 'bg-accent text-on-accent shadow-lift enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover',
  secondary: 'border border-control/60 bg-surface text-ink shadow-lift enabled:hover:bg-sunken [a&]:hover:bg-sunken',
  quiet: 'text-muted enabled:hover:bg-sunken enabled:hover:text-ink [a&]:hover:bg-sunken [a&]:hover:text-ink',
  danger: 'border border-failed-line bg-surface text-failed shadow-lift enabled:hover:bg-failed-soft',
}

/** Main actions are 44 px tall on a phone, 36 px where there is a pointer. */
const sizes = { normal: 'h-11 px-4 text-base sm:h-9 sm:px-3.5', small: 'h-9 px-2.5 text-sm sm:h-7' }

interface Look {
  readonly variant?: Variant
  readonly size?: keyof typeof sizes
  readonly icon?: IconName
  readonly children: ReactNode
}

const look = ({ variant = 'secondary', size = 'normal' }: Look, className?: string) =>
  classNames(base, variants[variant], sizes[size], className)

type ButtonProps = Omit<ComponentProps<'button'>, 'children'> & Look & { readonly busy?: boolean }

/** `busy` shows that the action runs and takes no second click. */
export function Button({ variant, size, icon, busy = false, className, children, type, ...rest }: ButtonProps) {
  const appearance = look({ children, ...(variant && { variant }), ...(size && { size }) }, className)
  return (
    <button {...rest} type={type ?? 'button'} disabled={busy || rest.disabled} aria-busy={busy} className={appearance}>
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

type LinkButtonProps = Omit<ComponentProps<typeof Link>, 'children'> & Look

export function LinkButton({ variant, size, icon, className, children, ...rest }: LinkButtonProps) {
  const appearance = look({ children, ...(variant && { variant }), ...(size && { size }) }, className)
  return (
    <Link {...rest} className={appearance}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}

type DownloadLinkProps = Omit<ComponentProps<'a'>, 'children'> & Look

/** A plain link to a file of ours; the router must not fetch it beforehand. */
export function DownloadLink({ variant, size, className, children, ...rest }: DownloadLinkProps) {
  const appearance = look({ children, ...(variant && { variant }), ...(size && { size }) }, className)
  return (
    <a {...rest} download className={appearance}>
      <Icon name="download" />
      {children}
    </a>
  )
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  readonly icon: IconName
  /** Says what the button does; an icon alone says nothing. */
  readonly label: string
}

export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={label}
      title={label}
      className={classNames(
        'inline-flex size-11 shrink-0 items-center justify-center rounded-lg text-muted transition-colors hover:bg-sunken hover:text-ink sm:size-9',
        className,
      )}
    >
      <Icon name={icon} className="size-5" />
    </button>
  )
}
