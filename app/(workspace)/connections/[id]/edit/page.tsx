import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { connectionLabels, type SettingName } from '#lib/connections/schema'
import { certificatesQuery } from '#query/certificates'
import { sandboxQuery } from '#query/sandbox'
import { certificates, sandboxState } from '#server/queries'
import { PageHeader } from '#ui/page-header'
import { WhereToFind } from '../../form/where-to-find'
import { foundConnection } from '../found'
import { EditConnectionLater } from './edit-connection-later'

export const metadata = { title: 'Edit connection' }

const isSetting = (name: unknown): name is SettingName =>
  typeof name === 'string' && Object.hasOwn(connectionLabels, name)

export default async function EditConnectionPage({ params, searchParams }: PageProps<'/connections/[id]/edit'>) {
  const { field } = await searchParams
  const found = await foundConnection((await params).id)
  const client = new QueryClient()
  client.setQueryData(certificatesQuery().queryKey, [...(await certificates())])
  const sandbox = await sandboxState()
  if (sandbox) client.setQueryData(sandboxQuery().queryKey, sandbox)
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title={`Edit ${found.settings.name}`} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <HydrationBoundary state={dehydrate(client)}>
          <EditConnectionLater connection={found} field={isSetting(field) ? field : undefined} />
        </HydrationBoundary>
        <WhereToFind />
      </div>
    </div>
  )
}
