import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { certificatesQuery } from '#query/certificates'
import { sandboxQuery } from '#query/sandbox'
import { certificates, sandboxState } from '#server/queries'
import { Certificates } from './certificate-list'

export const metadata = { title: 'Certificates' }

export default async function CertificatesPage() {
  const client = new QueryClient()
  client.setQueryData(certificatesQuery().queryKey, [...(await certificates())])
  const sandbox = await sandboxState()
  if (sandbox) client.setQueryData(sandboxQuery().queryKey, sandbox)
  return (
    <div className="mx-auto max-w-4xl">
      <HydrationBoundary state={dehydrate(client)}>
        <Certificates />
      </HydrationBoundary>
    </div>
  )
}
