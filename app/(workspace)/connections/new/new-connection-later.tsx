'use client'
import dynamic from 'next/dynamic'
import { SkeletonList } from '#ui/skeleton'

/** The form waits for the draft in any case; its code, with all of its validation, comes at the same time. */
export const NewConnectionLater = dynamic(async () => (await import('./new-connection')).NewConnection, {
  ssr: false,
  loading: () => <SkeletonList label="Loading the form" />,
})
