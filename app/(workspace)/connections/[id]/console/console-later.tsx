'use client'
import dynamic from 'next/dynamic'
import { SkeletonList } from '#ui/skeleton'

/** Nothing of it can be used before it is there in full, so its code does not hold up the page. */
export const ConsoleLater = dynamic(async () => (await import('./console')).Console, {
  ssr: false,
  loading: () => <SkeletonList label="Loading the console" />,
})
