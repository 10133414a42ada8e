import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { sandboxQuery } from '#query/sandbox'
import { sandboxState, setups } from '#server/queries'
import { PageHeader } from '#ui/page-header'
import { SetupListLater } from './setup-list-later'
import { StartForm } from './start-form'

export const metadata = { title: 'Set up a connection' }

export default async function SetupPage({ searchParams }: PageProps<'/setup'>) {
  const { with: kind } = await searchParams
  const [underWay, sandbox] = await Promise.all([setups(), sandboxState()])
  const client = new QueryClient()
  if (sandbox) client.setQueryData(sandboxQuery().queryKey, sandbox)
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Set up a connection"
        description={
          <>
            Six steps, each of which says by itself whether it is done. They are kept while you go and come back. If you
            have all values at hand,{' '}
            <Link href="/connections/new" className="prose-link">
              enter the settings
            </Link>{' '}
            instead.
          </>
        }
      />
      <div className="space-y-4">
        {underWay.length > 0 && <SetupListLater setups={underWay} />}
        <HydrationBoundary state={dehydrate(client)}>
          <StartForm startWithSandbox={kind === 'sandbox'} />
        </HydrationBoundary>
      </div>
    </div>
  )
}
