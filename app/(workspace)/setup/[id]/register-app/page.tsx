import { setupGuide } from '#server/queries'
import { RegisterApp } from '#setup/steps/register-app'
import { foundSetup } from '../found'
import { HandOffLater } from '../hand-off-later'
import { StepFrame, stepMetadata } from '../step-frame'

export const metadata = stepMetadata(1)

export default async function RegisterAppPage({ params }: PageProps<'/setup/[id]/register-app'>) {
  const { id } = await params
  const guide = await setupGuide(1, await foundSetup(id))
  return (
    <StepFrame id={id} step={1}>
      <RegisterApp {...guide} />
      <HandOffLater setupId={id} helper="entra" />
    </StepFrame>
  )
}
