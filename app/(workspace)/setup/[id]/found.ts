import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { setupId } from '#lib/setup/schema'
import { setup } from '#server/queries'

/** The setup of this page, or a real 404: called before anything of the page is sent. */
export const foundSetup = cache(async (id: string) => {
  const found = setupId.safeParse(id).success ? await setup(id) : undefined
  return found ?? notFound()
})
