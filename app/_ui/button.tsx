'use client'
import type { ComponentProps } from 'react'
import { type Look, look } from './button-look'
import { classNames } from './class-names'
import { useHydrated } from './hydrated'
import { Icon, type IconName } from './icon'
import { Spinner } from './spinner'

/**
 * Every button is one of these: it takes no press before there is somebody to answer it. An early press would be lost,
 * and that of a form would send its fields in the address.
 */
export function BareButton({ disabled, className, ...rest }: ComponentProps<'button'>) {
  const isHydrated = useHydrated()
  // Only what is not to be pressed is dim: what waits for its page would flash whenever one is opened.
  const appearance = classNames(disabled && 'opacity-55', className)
  return <button type="button" {...rest} disabled={disabled || !isHydrated} className={appearance} />
}

type ButtonProps = Omit<ComponentProps<'button'>, 'children'> & Look & { readonly busy?: boolean }

/** `busy` shows that the action runs and takes no second click. */
export function Button({ variant, size, icon, busy = false, className, children, ...rest }: ButtonProps) {
  const appearance = look({ children, ...(variant && { variant }), ...(size && { size }) }, className)
  return (
    <BareButton {...rest} disabled={busy || rest.disabled} aria-busy={busy} className={appearance}>
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
    </BareButton>
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
    <BareButton
      {...rest}
      aria-label={label}
      title={label}
      className={classNames(
        'inline-flex size-11 shrink-0 items-center justify-center rounded-lg text-muted transition-colors hover:bg-sunken hover:text-ink sm:size-9',
        className,
      )}
    >
      <Icon name={icon} className="size-5" />
    </BareButton>
  )
}
