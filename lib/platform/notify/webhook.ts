import 'server-only'
import { isIP } from 'node:net'
import { promisify } from 'node:util'
import { type Dispatcher, request } from 'undici'
import { AppError, type Evidence, isAppError } from '#lib/platform/errors/index'
import { reasonOf } from '#lib/platform/http/connection-fault'
import { createPool, isPublicAddress, publicLookup } from '#lib/platform/http/network-fetch'
import { withDeadline } from '#lib/platform/http/time'
import type { Notification } from './notification'
import { signedHeaders } from './webhook-signature'

/** Where a workspace wants to be told, and what its messages are signed with. */
export interface Webhook {
  readonly url: string
  readonly secret: string
}

/** `any` is the operator's word that webhooks may lead into the network of this server. */
export type WebhookHosts = 'public' | 'any'

const refused = (detail: string) => new AppError('webhook_refused', { detail, field: 'webhookUrl' })

/** As an address is given to sockets, which know no brackets. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/**
 * Refuses an address that would not be called. Where a name leads is looked at when it is called.
 * @throws webhook_refused
 */
export function requireWebhookUrl(text: string, hosts: WebhookHosts): URL {
  if (!URL.canParse(text)) throw refused('This is not an address.')
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(hosts === 'any' && url.protocol === 'http:')) throw refused('It has to be https.')
  if (url.username !== '' || url.password !== '') throw refused('The address holds a user or a password.')
  const host = hostOf(url)
  if (hosts === 'public' && isIP(host) && !isPublicAddress(host)) throw refused(`${host} is not a public address.`)
  return url
}

const resolvePublic = promisify(publicLookup())

/** A proxy resolves names by itself; where we can resolve one too, it must not lead into a private network. */
async function requirePublicName(host: string): Promise<void> {
  await resolvePublic(host, { all: true }).catch((failure: unknown) => {
    if (isAppError(failure)) throw failure
  })
}

const failed = (url: URL, fact: Evidence, cause?: unknown) =>
  new AppError('webhook_failed', { evidence: [{ label: 'Host', value: url.host }, fact], cause })

function translate(failure: unknown, url: URL): AppError {
  if (!isAppError(failure)) return failed(url, { label: 'Reason', value: reasonOf(failure) ?? 'no answer' }, failure)
  return failure.code === 'network_address_private'
    ? refused(`${url.hostname} leads to an address that is not public.`)
    : failure
}

/** `text` is what chat programs show of a message. */
const bodyOf = ({ type, subject, text, data }: Notification, now: Date): string =>
  JSON.stringify({ type, timestamp: now.toISOString(), subject, text: `${subject}\n\n${text}`, data })

async function post(dispatcher: Dispatcher, url: URL, { secret }: Webhook, notification: Notification): Promise<void> {
  const now = new Date()
  const body = bodyOf(notification, now)
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Certboard',
    ...signedHeaders(secret, notification.id, body, now),
  }
  const late = () => failed(url, { label: 'Reason', value: 'no answer within 5 seconds' })
  const answer = await withDeadline(5_000, late, undefined, async (signal) => {
    const { statusCode, body: content } = await request(url, { dispatcher, method: 'POST', headers, body, signal })
    await content.dump()
    return statusCode
  })
  if (answer < 200 || answer > 299) throw failed(url, { label: 'Status', value: String(answer) })
}

/**
 * Makes what posts notifications as JSON, signed; it follows no redirect, waits five seconds and reads no answer but the
 * status. Its promises reject with webhook_refused or webhook_failed.
 * @param openPool Called with the first message, because the settings are not there when modules are loaded
 */
export function createWebhookSender(
  hosts: WebhookHosts,
  openPool = () => (hosts === 'public' ? createPool() : createPool({})),
) {
  let pool: Dispatcher | undefined
  return async (webhook: Webhook, notification: Notification): Promise<void> => {
    const url = requireWebhookUrl(webhook.url, hosts)
    pool ??= openPool()
    try {
      if (hosts === 'public') await requirePublicName(hostOf(url))
      await post(pool, url, webhook, notification)
    } catch (failure) {
      throw translate(failure, url)
    }
  }
}
