'use client'
import dynamic from 'next/dynamic'
import { SkeletonList } from '#ui/skeleton'

/** The instructions stand before the choice does, whose dialogs and lists are most of the page's code. */
export const ChooseCertificateLater = dynamic(async () => (await import('./choose-certificate')).ChooseCertificate, {
  ssr: false,
  loading: () => <SkeletonList label="Loading the certificates" />,
})
