import { setupGuide } from '#server/queries'
import { AddToOrganization } from '#setup/steps/add-to-organization'
import { foundSetup } from '../found'
import { HandOffLater } from '../hand-off-later'
import { StepFrame, stepMetadata } from '../step-frame'

export const metadata = stepMetadata(4)

export default async function OrganizationPage({ params }: PageProps<'/setup/[id]/organization'>) {
  const { id } = await params
  const guide = await setupGuide(4, await foundSetup(id))
  return (
    <StepFrame id={id} step={4}>
      <AddToOrganization {...guide} />
      <HandOffLater setupId={id} helper="organization" />
    </StepFrame>
  )
}
