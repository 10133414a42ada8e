import 'server-only'
import { sealData, unsealData } from 'iron-session'
import { cookies } from 'next/headers'
import type { Member } from '#lib/platform/access'
import { AppError } from '#lib/platform/errors/index'
import { type Setup, type SetupDraft, setupDraft, setupId } from '#lib/setup/schema'
import { cookieName, sealing } from './session'

/**
 * A browser sends all cookies in one line with every request, and the usual proxies take 8 KiB of a line. A setup that is
 * begun needs room to grow.
 */
const mostBytes = 7_500
const bytesOfSetup = 1_700

const prefix = () => cookieName('certboard-setup-')

interface Sealed {
  /** Whose it is: another person may use this browser next. */
  readonly memberId?: string
  /** Unchecked, because an older version may have written it. */
  readonly draft?: unknown
}

/** A draft that is too old, sealed with a password that is gone, or written by an older version is worth nothing. */
async function open(seal: string, { id: memberId }: Member): Promise<SetupDraft | undefined> {
  const { password, ttl } = await sealing()
  const sealed = await unsealData<Sealed>(seal, { password, ttl })
  return sealed.memberId === memberId ? setupDraft.safeParse(sealed.draft).data : undefined
}

/** The draft of the form for settings alone, which is no setup. */
const settingsDraft = 'settings'

/** The setups of this browser, sealed in its cookies: one each, so that none can push another out. */
export async function listDrafts(member: Member): Promise<Setup[]> {
  const jar = await cookies()
  const all = await Promise.all(
    jar.getAll().map(async ({ name, value }) => {
      const id = setupId.safeParse(name.startsWith(prefix()) ? name.slice(prefix().length) : '').data
      const draft = id && id !== settingsDraft && (await open(value, member))
      return id && draft ? [{ id, draft }] : []
    }),
  )
  return all.flat().toSorted((one, other) => (one.draft.startedAt ?? '').localeCompare(other.draft.startedAt ?? ''))
}

export async function findDraft(member: Member, id: string): Promise<SetupDraft | undefined> {
  const value = (await cookies()).get(`${prefix()}${id}`)?.value
  return value === undefined ? undefined : await open(value, member)
}

/** @throws not_found */
export async function readDraft(member: Member, id: string): Promise<SetupDraft> {
  const draft = await findDraft(member, id)
  if (!draft)
    throw new AppError('not_found', { detail: 'This setup was finished, removed, or begun in another browser.' })
  return draft
}

/** What the browser sends already, without the cookie of that name. */
async function bytesBeside(name: string): Promise<number> {
  const others = (await cookies()).getAll().filter((cookie) => cookie.name !== name)
  return others.reduce((bytes, { name, value }) => bytes + name.length + value.length + 3, 0)
}

/** @throws setup_drafts_full */
export async function writeDraft({ id: memberId }: Member, id: string, draft: SetupDraft): Promise<void> {
  const name = `${prefix()}${id}`
  const { password, ttl, cookieOptions } = await sealing()
  const seal = await sealData({ memberId, draft } satisfies Sealed, { password, ttl })
  if ((await bytesBeside(name)) + name.length + seal.length > mostBytes) throw new AppError('setup_drafts_full')
  const jar = await cookies()
  jar.set(name, seal, { ...cookieOptions, maxAge: ttl })
}

/**
 * Begins a setup and gives its ID.
 * @throws setup_drafts_full
 */
export async function startDraft(member: Member, draft: SetupDraft): Promise<string> {
  if ((await bytesBeside('')) > mostBytes - bytesOfSetup) throw new AppError('setup_drafts_full')
  const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join('')
  await writeDraft(member, id, { ...draft, startedAt: new Date().toISOString() })
  return id
}

export async function removeDraft(id: string): Promise<void> {
  const { cookieOptions } = await sealing()
  const jar = await cookies()
  jar.set(`${prefix()}${id}`, '', { ...cookieOptions, maxAge: 0 })
}
