import { DownloadLink } from '#ui/button'
import { Fact, Facts } from '#ui/facts'
import { Notice } from '#ui/notice'
import { Thumbprint } from '#ui/thumbprint'
import { CertificatesDrawing } from '../drawings/certificates'
import type { Guide } from './guide'
import { Instructions } from './instructions'

function PublicFile({ certificate, certificateFile }: Guide) {
  if (!certificate) {
    return (
      <Notice tone="warning" title="There is no certificate yet">
        <p>Make one above, or import one. Then its public file can be downloaded here.</p>
      </Notice>
    )
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <DownloadLink variant="primary" href={certificateFile('cer')}>
          Public .cer
        </DownloadLink>
        <DownloadLink href={certificateFile('pem')}>Public .pem</DownloadLink>
      </div>
      <Facts>
        <Fact label="Thumbprint in the portal">
          <Thumbprint value={certificate.thumbprintSha1} what="SHA-1 thumbprint" />
        </Fact>
        <Fact label="SHA-256 thumbprint">
          <Thumbprint value={certificate.thumbprintSha256} what="SHA-256 thumbprint" />
        </Fact>
      </Facts>
      <p className="max-w-prose text-muted text-sm">
        The portal names a certificate by its SHA-1 thumbprint. Certboard signs with the SHA-256 one, so an error of
        Entra ID may name either. The file holds no private key: that one never leaves Certboard.
      </p>
    </>
  )
}

export function UploadCertificate(guide: Guide) {
  const { values, portal, commands, certificate } = guide
  return (
    <Instructions
      portal={portal}
      commands={commands}
      lines={[
        <>
          In the app open <strong>Certificates & secrets › Certificates</strong> and press{' '}
          <strong>Upload certificate</strong>. Choose the public file.
        </>,
        <>
          Compare the column <strong>Thumbprint</strong> with the one above. The upload takes effect within a minute or
          two.
        </>,
      ]}
      drawing={<CertificatesDrawing appName={values.appName} thumbprint={certificate?.thumbprintSha1} />}
    >
      <PublicFile {...guide} />
    </Instructions>
  )
}
