import { checksInOrder, connectionLabels } from '#lib/connections/schema'
import { isAppError } from '#lib/platform/errors/index'
import type { SetupDraft } from '#lib/setup/schema'
import { connection } from '#server/queries'
import { Empty } from '#ui/empty'
import { LinkButton } from '#ui/link-button'
import { TestCard } from '../../../connections/[id]/test-card'
import { TokenCard } from '../../../connections/[id]/token-card'
import { EndSetup } from './end-setup'

/** Somebody may have removed the connection meanwhile; then it has to be saved once more. */
async function savedConnection({ connectionId }: SetupDraft) {
  if (!connectionId) return undefined
  try {
    return await connection(connectionId)
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return undefined
    throw error
  }
}

interface FinishProps {
  readonly id: string
  readonly draft: SetupDraft
}

export async function Finish({ id, draft }: FinishProps) {
  const saved = await savedConnection(draft)
  if (!saved) {
    return (
      <Empty
        icon="link"
        title="Save the connection first"
        actions={
          <LinkButton href={`/setup/${id}/settings`} variant="primary">
            Go to the settings
          </LinkButton>
        }
      >
        <p>Token and test belong to a saved connection. Its settings are step 5.</p>
      </Empty>
    )
  }
  return (
    <>
      <TokenCard id={saved.id} />
      <TestCard connection={saved} checks={checksInOrder} labels={connectionLabels} />
      <EndSetup connectionId={saved.id} />
    </>
  )
}
