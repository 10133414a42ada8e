import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { certificatesQuery } from '#query/certificates'
import { connectionQuery } from '#query/connections'
import { certificates } from '#server/queries'
import { ConnectionView } from './connection-view'
import { foundConnection } from './found'

export async function generateMetadata({ params }: PageProps<'/connections/[id]'>): Promise<Metadata> {
  const { settings } = await foundConnection((await params).id)
  return { title: settings.name }
}

export default async function ConnectionPage({ params }: PageProps<'/connections/[id]'>) {
  const found = await foundConnection((await params).id)
  const client = new QueryClient()
  client.setQueryData(connectionQuery(found.id).queryKey, found)
  client.setQueryData(certificatesQuery().queryKey, [...(await certificates())])
  return (
    <div className="mx-auto max-w-4xl">
      <HydrationBoundary state={dehydrate(client)}>
        <ConnectionView id={found.id} />
      </HydrationBoundary>
    </div>
  )
}
