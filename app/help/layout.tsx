import type { ReactNode } from 'react'
import { PublicPage } from '../public-page'

export default function HelpLayout({ children }: { readonly children: ReactNode }) {
  return <PublicPage>{children}</PublicPage>
}
