import { route } from '#server/route'
import { signOut } from '#server/session'

export const POST = route({ allow: 'anyone' }, () => signOut())
