'use client'
import dynamic from 'next/dynamic'

/** Needed by those who have a colleague help; the steps themselves stand before it. */
export const HandOffLater = dynamic(async () => (await import('./hand-off-card')).HandOffCard, { ssr: false })
