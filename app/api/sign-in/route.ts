import { signInInput } from '#lib/workspace/schema'
import { signInByLink } from '#lib/workspace/sign-in'
import { record } from '#server/activity'
import { database } from '#server/database'
import { route } from '#server/route'
import { secrets } from '#server/secrets'
import { signIn } from '#server/session'

/** A POST, because mail scanners and chat previews open links: a GET must not use one up. */
export const POST = route({ allow: 'anyone', body: signInInput }, async ({ body }) => {
  const { SIGN_IN_SECRET: secret } = await secrets()
  const member = await signInByLink({ db: await database(), secret }, body.key)
  await record(member, 'signed_in_by_link')
  await signIn(member)
  return { next: '/' }
})
