import { expect, it } from 'vitest'
import { members, workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { signInByLink } from './sign-in'
import { createSignInKey } from './sign-in-key'

const secret = 's'.repeat(40)
const database = testDatabase()
const redeem = (key: string, now?: Date) => signInByLink({ db: database(), secret }, key, now)
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)

it('the first link makes the first workspace and its owner, the next signs the same owner in', async () => {
  const first = await redeem(await createSignInKey(secret))
  const second = await redeem(await createSignInKey(secret))
  expect(first.role).toBe('owner')
  expect(second).toEqual(first)
  expect(await database().select().from(workspaces)).toHaveLength(1)
  expect(await database().select().from(members)).toHaveLength(1)
})

it('links redeemed at the same moment make one workspace and one owner', async () => {
  await database().delete(workspaces)
  const keys = await Promise.all(Array.from({ length: 8 }, () => createSignInKey(secret)))
  const signedIn = await Promise.all(keys.map((key) => redeem(key)))
  expect(new Set(signedIn.map((member) => member.id)).size).toBe(1)
  expect(await database().select().from(workspaces)).toHaveLength(1)
})

it('of many who redeem one link at the same moment, one signs in', async () => {
  const key = await createSignInKey(secret)
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => redeem(key)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(
    outcomes.filter((outcome) => outcome.status === 'rejected' && outcome.reason.code === 'sign_in_link_used'),
  ).toHaveLength(7)
})

it('a link is good for fifteen minutes', async () => {
  const key = await createSignInKey(secret)
  await expect(redeem(key, inMinutes(16))).rejects.toMatchObject({ code: 'sign_in_link_expired' })
  await expect(redeem(key, inMinutes(14))).resolves.toMatchObject({ role: 'owner' })
})

it.each([
  ['nonsense', async () => 'nonsense'],
  ['made with another secret', () => createSignInKey('t'.repeat(40))],
  [
    'unsigned',
    async () => `${btoa('{"alg":"none"}')}.${btoa('{"jti":"x","aud":"certboard-sign-in","exp":9999999999}')}.`,
  ],
  ['cut short', async () => (await createSignInKey(secret)).slice(0, -5)],
])('a link that is %s signs nobody in', async (_what, make) => {
  await expect(redeem(await make())).rejects.toMatchObject({ code: 'sign_in_link_invalid' })
})
