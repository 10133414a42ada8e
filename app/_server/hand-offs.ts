import 'server-only'
import { sealData, unsealData } from 'iron-session'
import { cookies } from 'next/headers'
import type { Member } from '#lib/platform/access'
import { createPacing } from '#lib/platform/azure-devops/pacing'
import { AppError } from '#lib/platform/errors/index'
import { type OpenHandOff, openHandOff } from '#lib/setup/hand-offs/open'
import { selectMember } from '#lib/workspace/store'
import { storageContext } from './context'
import { pinned } from './pinned'
import { cookieName, sealing } from './session'

const cookieOf = (id: string): string => cookieName(`certboard-hand-off-${id}`)

/**
 * Takes the secret of a link into a sealed cookie, so that it stands in no address from then on, and gives the ID of
 * what it opens.
 * @throws hand_off_invalid, hand_off_expired, hand_off_revoked
 */
export async function enterHandOff(secret: string): Promise<string> {
  const { id } = await openHandOff(await storageContext(), secret)
  const { password, ttl, cookieOptions } = await sealing()
  const seal = await sealData({ secret }, { password, ttl })
  const jar = await cookies()
  jar.set(cookieOf(id), seal, { ...cookieOptions, maxAge: ttl })
  return id
}

/** @throws hand_off_invalid without the cookie that the link gave */
export async function handOffSecret(id: string): Promise<string> {
  const seal = (await cookies()).get(cookieOf(id))?.value
  const { password, ttl } = await sealing()
  const { secret } = seal === undefined ? {} : await unsealData<{ secret?: string }>(seal, { password, ttl })
  if (secret === undefined) throw new AppError('hand_off_invalid')
  return secret
}

export interface HandOffInHand extends OpenHandOff {
  /** The one on whose behalf the helper works; what that person may not do, the helper may not either. */
  readonly member: Member
}

/** @throws hand_off_invalid, hand_off_expired, hand_off_revoked */
export async function handOffInHand(id: string): Promise<HandOffInHand> {
  const context = await storageContext()
  const open = await openHandOff(context, await handOffSecret(id))
  const member = await selectMember(context.db, open.memberId)
  if (!member || open.id !== id) throw new AppError('hand_off_invalid')
  return { ...open, member }
}

const paces = () => pinned('hand-off-paces', async () => new Map<string, ReturnType<typeof createPacing>>())

/**
 * Each look asks Microsoft several questions, and whoever has the link may ask for one: they come one after the other,
 * a second apart.
 */
export async function paceOfHandOff(id: string, signal: AbortSignal): Promise<void> {
  const known = await paces()
  const pacing = known.get(id) ?? createPacing({ parallelism: 1 })
  known.set(id, pacing)
  await pacing.run(() => Promise.resolve(), signal)
  pacing.pause(1)
}
