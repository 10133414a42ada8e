import { setupGuide } from '#server/queries'
import { UploadCertificate } from '#setup/steps/upload-certificate'
import { foundSetup } from '../found'
import { HandOffLater } from '../hand-off-later'
import { StepFrame, stepMetadata } from '../step-frame'
import { WithCertificates } from '../with-certificates'
import { ChooseCertificateLater } from './choose-certificate-later'

export const metadata = stepMetadata(2)

export default async function CertificatePage({ params }: PageProps<'/setup/[id]/certificate'>) {
  const { id } = await params
  const guide = await setupGuide(2, await foundSetup(id))
  return (
    <StepFrame id={id} step={2}>
      <WithCertificates>
        <ChooseCertificateLater />
      </WithCertificates>
      <UploadCertificate {...guide} />
      <HandOffLater setupId={id} helper="entra" />
    </StepFrame>
  )
}
