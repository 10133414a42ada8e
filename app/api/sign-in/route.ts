import { signInInput } from '#lib/workspace/schema'
import { signInByLink } from '#lib/workspace/sign-in'
import { database } from '#server/database'
import { route } from '#server/route'
import { secrets } from '#server/secrets'
import { signIn } from '#server/session'

/** A POST, because mail scanners and chat previews open links: a GET must not use one up. */
export const POST = route({ allow: 'anyone', body: signInInput }, async ({ body }) => {
  const { SIGN_IN_SECRET: secret } = await secrets()
  await signIn(await signInByLink({ db: await database(), secret }, body.key))
  return { next: '/' }
})
