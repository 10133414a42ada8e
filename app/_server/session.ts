import 'server-only'
import { getIronSession, type IronSession, type SessionOptions } from 'iron-session'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Member } from '#lib/platform/access'
import { env } from '#lib/platform/env'
import { AppError } from '#lib/platform/errors/index'
import { selectMember } from '#lib/workspace/store'
import { database } from './database'
import { secrets } from './secrets'

interface Session {
  memberId?: string
}

/** Seconds. */
const twoWeeks = 14 * 24 * 60 * 60

const isHttps = () => env().PUBLIC_URL?.startsWith('https:') ?? false

/** The address under which people reach us; behind a proxy only the operator knows it. */
export function publicOrigin(request: Request): string {
  const url = env().PUBLIC_URL
  return url ? new URL(url).origin : `http://${request.headers.get('host') ?? 'localhost'}`
}

/** iron-session numbers passwords and seals with the highest; ours stand newest first. */
const numbered = (passwords: string): Record<string, string> =>
  Object.fromEntries(
    passwords
      .split(',')
      .reverse()
      .map((password, index) => [index + 1, password]),
  )

/** The __Host- prefix makes the browser insist on Secure, Path=/ and no Domain. */
export const cookieName = (name: string): string => (isHttps() ? `__Host-${name}` : name)

/** With what a value is sealed into a cookie, and how the cookie is set. */
export async function sealing() {
  const { SESSION_PASSWORDS } = await secrets()
  return {
    password: numbered(SESSION_PASSWORDS),
    ttl: twoWeeks,
    cookieOptions: { httpOnly: true, sameSite: 'lax', secure: isHttps(), path: '/' },
  } as const
}

const options = async (): Promise<SessionOptions> => ({ cookieName: cookieName('certboard'), ...(await sealing()) })

/** iron-session and Next type an absent option differently (`undefined` or missing), so each call is passed on by hand. */
async function session(): Promise<IronSession<Session>> {
  const jar = await cookies()
  const store = {
    get: (name: string) => jar.get(name),
    set: (name: string | Parameters<typeof jar.set>[0], value?: string, options?: object) =>
      void (typeof name === 'string' ? jar.set(name, value ?? '', options ?? {}) : jar.set(name)),
  }
  return getIronSession<Session>(store, await options())
}

async function signedInMember(): Promise<Member | undefined> {
  const { memberId } = await session()
  return memberId ? await selectMember(await database(), memberId) : undefined
}

/** @throws sign_in_required */
export async function requireMember(): Promise<Member> {
  const member = await signedInMember()
  if (!member) throw new AppError('sign_in_required')
  return member
}

/** For pages: who is not signed in is led to the sign-in page. */
export async function currentMember(): Promise<Member> {
  return (await signedInMember()) ?? redirect('/sign-in')
}

export async function signIn(member: Member): Promise<void> {
  const current = await session()
  current.memberId = member.id
  await current.save()
}

export async function signOut(): Promise<void> {
  const current = await session()
  current.destroy()
}
