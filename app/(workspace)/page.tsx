import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { certificatesQuery } from '#query/certificates'
import { connectionsQuery } from '#query/connections'
import { certificates, connections, sandboxState } from '#server/queries'
import { LinkButton } from '#ui/link-button'
import { PageHeader } from '#ui/page-header'
import { ConnectionList } from './connection-list'

export default async function HomePage() {
  const client = new QueryClient()
  client.setQueryData(connectionsQuery().queryKey, await connections())
  client.setQueryData(certificatesQuery().queryKey, await certificates())
  const sandboxIsOn = (await sandboxState()) !== undefined
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader
        title="Connections"
        description="Each connection reads one Azure DevOps organization with a certificate instead of a password."
        actions={
          <LinkButton href="/setup" variant="primary" icon="plus">
            New connection
          </LinkButton>
        }
      />
      <HydrationBoundary state={dehydrate(client)}>
        <ConnectionList sandboxIsOn={sandboxIsOn} />
      </HydrationBoundary>
    </div>
  )
}
