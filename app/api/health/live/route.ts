import { route } from '#server/route'

/** The process answers. */
export const GET = route({ allow: 'anyone' }, () => ({ status: 'live' }))
