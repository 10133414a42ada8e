import { foundSetup } from '../found'
import { StepFrame, stepMetadata } from '../step-frame'
import { Finish } from './finish'

export const metadata = stepMetadata(6)

export default async function FinishPage({ params }: PageProps<'/setup/[id]/finish'>) {
  const { id } = await params
  const draft = await foundSetup(id)
  return (
    <StepFrame id={id} step={6}>
      <Finish id={id} draft={draft} />
    </StepFrame>
  )
}
