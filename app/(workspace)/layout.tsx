import type { ReactNode } from 'react'
import { sandboxState } from '#server/queries'
import { currentMember } from '#server/session'
import { MobileNavigation } from './mobile-navigation'
import { Sidebar } from './navigation'

export default async function WorkspaceLayout({ children }: { readonly children: ReactNode }) {
  const { role } = await currentMember()
  const offer = { sandbox: (await sandboxState()) !== undefined, activity: role === 'owner' }
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <Sidebar offer={offer} />
      <MobileNavigation offer={offer} />
      <main id="main" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none sm:px-8 sm:py-8">
        {children}
      </main>
    </div>
  )
}
