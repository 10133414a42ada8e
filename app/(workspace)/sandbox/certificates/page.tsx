import { CertificatesAndSecrets } from './certificates-and-secrets'

export const metadata = { title: 'Certificates & secrets' }

export default function CertificatesPage() {
  return <CertificatesAndSecrets />
}
