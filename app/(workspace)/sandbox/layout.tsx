import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { certificatesQuery } from '#query/certificates'
import { sandboxQuery } from '#query/sandbox'
import { certificates, sandboxState } from '#server/queries'
import { PortalNavigation } from './portal-navigation'

export default async function SandboxLayout({ children }: { readonly children: ReactNode }) {
  const state = await sandboxState()
  if (!state) notFound()
  const client = new QueryClient()
  client.setQueryData(sandboxQuery().queryKey, state)
  client.setQueryData(certificatesQuery().queryKey, [...(await certificates())])
  return (
    <div className="mx-auto max-w-4xl">
      <HydrationBoundary state={dehydrate(client)}>
        <PortalNavigation />
        {children}
      </HydrationBoundary>
    </div>
  )
}
