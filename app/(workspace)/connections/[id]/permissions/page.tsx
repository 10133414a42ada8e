import { ConnectionHeader } from '../connection-header'
import { foundConnection } from '../found'
import { Permissions } from './permissions'

export const metadata = { title: 'Permissions' }

export default async function PermissionsPage({ params }: PageProps<'/connections/[id]/permissions'>) {
  const { id, settings } = await foundConnection((await params).id)
  return (
    <div className="mx-auto max-w-4xl">
      <ConnectionHeader id={id} settings={settings} page="/permissions" />
      <Permissions connectionId={id} />
    </div>
  )
}
