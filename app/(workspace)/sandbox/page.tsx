import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { certificatesQuery } from '#query/certificates'
import { sandboxQuery } from '#query/sandbox'
import { certificates, sandboxState } from '#server/queries'
import { LinkButton } from '#ui/button'
import { PageHeader } from '#ui/page-header'
import { PracticePortal } from './practice-portal'

export const metadata = { title: 'Sandbox' }

export default async function SandboxPage() {
  const state = await sandboxState()
  if (!state) notFound()
  const client = new QueryClient()
  client.setQueryData(sandboxQuery().queryKey, state)
  client.setQueryData(certificatesQuery().queryKey, [...(await certificates())])
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title="Practice portal"
        description="A stand-in for the two places at Microsoft that you would otherwise need an administrator for: the app registration in Entra ID and the users of the Azure DevOps organization. What you do here counts for sandbox connections only."
        actions={
          <LinkButton href="/connections/new?with=sandbox" variant="primary" icon="plus">
            Connect to the sandbox
          </LinkButton>
        }
      />
      <HydrationBoundary state={dehydrate(client)}>
        <PracticePortal />
      </HydrationBoundary>
    </div>
  )
}
