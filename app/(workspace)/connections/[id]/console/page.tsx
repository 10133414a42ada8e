import { isServiceHost } from '#lib/platform/addresses/service-hosts'
import { currentMember } from '#server/session'
import { Empty } from '#ui/empty'
import { ConnectionHeader } from '../connection-header'
import { foundConnection } from '../found'
import { ConsoleLater } from './console-later'

export const metadata = { title: 'REST console' }

const textOf = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

export default async function ConsolePage({ params, searchParams }: PageProps<'/connections/[id]/console'>) {
  const { id, settings, writesUntil } = await foundConnection((await params).id)
  const [{ path, host }, { role }] = await Promise.all([searchParams, currentMember()])
  const asked = textOf(host)
  return (
    <div className="mx-auto max-w-4xl">
      <ConnectionHeader id={id} settings={settings} page="/console" />
      {role === 'viewer' ? (
        <Empty icon="key" title="The console is for editors">
          It reads whatever the app may read in Azure DevOps. Ask an owner of the workspace for the role of an editor.
        </Empty>
      ) : (
        <ConsoleLater
          connectionId={id}
          settings={settings}
          path={textOf(path)}
          host={isServiceHost(asked) ? asked : 'dev.azure.com'}
          writes={role === 'owner' ? { until: writesUntil } : undefined}
        />
      )}
    </div>
  )
}
