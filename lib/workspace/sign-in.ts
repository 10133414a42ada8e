import 'server-only'
import type { Member } from '#lib/platform/access'
import { AppError } from '#lib/platform/errors/index'
import type { Database } from '#lib/platform/storage/database'
import { verifySignInKey } from './sign-in-key'
import { insertFirstWorkspace, insertRedemption, lockFirstWorkspace, selectFirstOwner } from './store'

/**
 * Redeems a sign-in link. The first one ever makes the first workspace and its owner; later ones sign that owner in.
 * @throws sign_in_link_invalid, sign_in_link_expired, sign_in_link_used
 */
export async function signInByLink(
  { db, secret }: { readonly db: Database; readonly secret: string },
  key: string,
  now = new Date(),
): Promise<Member> {
  const linkId = await verifySignInKey(secret, key, now)
  return db.transaction(async (transaction) => {
    if (!(await insertRedemption(transaction, linkId))) throw new AppError('sign_in_link_used')
    await lockFirstWorkspace(transaction)
    return (await selectFirstOwner(transaction)) ?? (await insertFirstWorkspace(transaction))
  })
}
