import { foundSetup } from '../found'
import { StepFrame, stepMetadata } from '../step-frame'
import { WithCertificates } from '../with-certificates'
import { SettingsLater } from './settings-later'

export const metadata = stepMetadata(5)

export default async function SettingsPage({ params }: PageProps<'/setup/[id]/settings'>) {
  const { id } = await params
  await foundSetup(id)
  return (
    <StepFrame id={id} step={5}>
      <WithCertificates>
        <SettingsLater setupId={id} />
      </WithCertificates>
    </StepFrame>
  )
}
