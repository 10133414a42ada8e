import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { connectionsQuery } from '#query/connections'
import { connections } from '#server/queries'
import { Explorer } from './explorer'

export const metadata = { title: 'Work items' }

export default async function WorkItemsPage() {
  const client = new QueryClient()
  client.setQueryData(connectionsQuery().queryKey, [...(await connections())])
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Explorer />
    </HydrationBoundary>
  )
}
