'use client'
import dynamic from 'next/dynamic'

/** Most people begin their first setup and have none to go on with. */
export const SetupListLater = dynamic(async () => (await import('./setup-list')).SetupList, { ssr: false })
