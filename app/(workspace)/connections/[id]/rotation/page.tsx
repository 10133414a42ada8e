import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { certificatesQuery } from '#query/certificates'
import { connectionQuery } from '#query/rotation'
import { certificates } from '#server/queries'
import { ConnectionHeader } from '../connection-header'
import { foundConnection } from '../found'
import { Rotation } from './rotation'

export async function generateMetadata({ params }: PageProps<'/connections/[id]/rotation'>): Promise<Metadata> {
  const { settings } = await foundConnection((await params).id)
  return { title: `Rotation – ${settings.name}` }
}

export default async function RotationPage({ params }: PageProps<'/connections/[id]/rotation'>) {
  const connection = await foundConnection((await params).id)
  const { id, settings } = connection
  const client = new QueryClient()
  client.setQueryData(connectionQuery(id).queryKey, connection)
  client.setQueryData(certificatesQuery().queryKey, await certificates())
  return (
    <div className="mx-auto max-w-4xl">
      <ConnectionHeader id={id} settings={settings} page="/rotation" />
      <HydrationBoundary state={dehydrate(client)}>
        <Rotation id={id} />
      </HydrationBoundary>
    </div>
  )
}
