import { setupGuide } from '#server/queries'
import { Permissions } from '#setup/steps/permissions'
import { foundSetup } from '../found'
import { HandOffLater } from '../hand-off-later'
import { StepFrame, stepMetadata } from '../step-frame'
import { PermissionsDecision } from './permissions-decision'

export const metadata = stepMetadata(3)

export default async function PermissionsPage({ params }: PageProps<'/setup/[id]/permissions'>) {
  const { id } = await params
  const guide = await setupGuide(3, await foundSetup(id))
  return (
    <StepFrame id={id} step={3}>
      <Permissions {...guide} />
      <PermissionsDecision />
      <HandOffLater setupId={id} helper="entra" />
    </StepFrame>
  )
}
