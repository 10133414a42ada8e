import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { connectionId } from '#lib/connections/schema'
import { isAppError } from '#lib/platform/errors/index'
import { connection } from '#server/queries'

/** The connection of this page, or a real 404: called before anything of the page is sent. */
export const foundConnection = cache(async (id: string) => {
  if (!connectionId.safeParse(id).success) notFound()
  try {
    return await connection(id)
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') notFound()
    throw error
  }
})
