import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type Look, look } from './button-look'
import { Icon } from './icon'

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
