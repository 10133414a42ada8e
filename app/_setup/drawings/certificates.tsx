import { Mark, Menu, Push, Sketch, shortened, Words } from './parts'

interface CertificatesDrawingProps {
  readonly appName: string
  /** SHA-1, as the column of the portal shows it. */
  readonly thumbprint: string | undefined
}

export function CertificatesDrawing({ appName, thumbprint }: CertificatesDrawingProps) {
  return (
    <Sketch
      label="The page Certificates & secrets of the app: the tab Certificates, the button Upload certificate, and the column Thumbprint"
      bar={shortened(appName, 40)}
      height={190}
    >
      <Menu entries={['Overview', 'Certificates', 'API permissions', 'Manifest']} chosen="Certificates" />
      <Words x={136} y={48} text="Certificates & secrets" isStrong />
      <Words x={136} y={70} text="Certificates (1)" tone="fill-accent-ink" isStrong />
      <path d="M136 75h86" className="stroke-2 stroke-accent" />
      <Words x={238} y={70} text="Client secrets (0)" />
      <Push x={136} y={88} width={108} text="Upload certificate" isMarked />
      <Mark x={260} y={98} number={1} />
      <path d="M136 138h250" className="stroke-line" />
      <Words x={136} y={131} text="Thumbprint" />
      <Words x={300} y={131} text="Expires" />
      <rect x={132} y={143} width={160} height="18" rx="3" className="fill-accent-soft" />
      <Words x={136} y={155.5} text={shortened(thumbprint ?? 'appears after the upload', 25)} tone="fill-ink" />
      <Mark x={380} y={152} number={2} />
      <Words x={136} y={180} text="The portal shows the SHA-1 thumbprint." />
    </Sketch>
  )
}
