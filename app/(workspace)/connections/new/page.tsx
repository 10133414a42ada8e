import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { certificatesQuery } from '#query/certificates'
import { sandboxQuery } from '#query/sandbox'
import { certificates, sandboxState } from '#server/queries'
import { PageHeader } from '#ui/page-header'
import { WhereToFind } from '../form/where-to-find'
import { NewConnectionLater } from './new-connection-later'

export const metadata = { title: 'New connection' }

export default async function NewConnectionPage({ searchParams }: PageProps<'/connections/new'>) {
  const { with: kind } = await searchParams
  const client = new QueryClient()
  client.setQueryData(certificatesQuery().queryKey, [...(await certificates())])
  const sandbox = await sandboxState()
  if (sandbox) client.setQueryData(sandboxQuery().queryKey, sandbox)
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader
        title="New connection"
        description="The settings with which Certboard reads one Azure DevOps organization. What you type is kept until you come back."
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <HydrationBoundary state={dehydrate(client)}>
          <NewConnectionLater startWithSandbox={kind === 'sandbox'} />
        </HydrationBoundary>
        <WhereToFind />
      </div>
    </div>
  )
}
