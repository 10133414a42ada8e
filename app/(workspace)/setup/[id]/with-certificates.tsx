import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { certificatesQuery } from '#query/certificates'
import { sandboxQuery } from '#query/sandbox'
import { certificates, sandboxState } from '#server/queries'

/** Has the workspace's certificates and the sandbox ready for those parts of a step that work with them. */
export async function WithCertificates({ children }: { readonly children: ReactNode }) {
  const client = new QueryClient()
  client.setQueryData(certificatesQuery().queryKey, [...(await certificates())])
  const sandbox = await sandboxState()
  if (sandbox) client.setQueryData(sandboxQuery().queryKey, sandbox)
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
}
