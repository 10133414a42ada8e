'use client'
import dynamic from 'next/dynamic'
import { SkeletonList } from '#ui/skeleton'

/** The page stands before the form does, whose validation is most of its code. */
export const SettingsLater = dynamic(async () => (await import('./settings')).Settings, {
  ssr: false,
  loading: () => <SkeletonList label="Loading the form" />,
})
