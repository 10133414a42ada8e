import 'server-only'
import { createTransport } from 'nodemailer'
import { AppError, type Evidence } from '#lib/platform/errors/index'
import type { Notification } from './notification'

/** The operator's mail server. */
export interface MailServer {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly url: string
  readonly from: string
}

const timeout = 5_000

/** A password never travels in the clear: with one, TLS is not a wish but a condition. */
function transportTo({ url, from }: MailServer) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const options = {
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && username !== '',
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: 2 * timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  // RFC 3834: whoever answers automatically leaves such a message alone.
  return createTransport(options, { from, headers: { 'Auto-Submitted': 'auto-generated' } })
}

/** Of nodemailer; `response` is what the mail server said. */
interface MailFailure {
  readonly code?: string
  readonly response?: string
  readonly message?: string
}

function evidenceOf({ url }: MailServer, failure: unknown): Evidence[] {
  const { code, response, message } = (failure ?? {}) as MailFailure
  const facts: [label: string, value: string | undefined][] = [
    ['Mail server', new URL(url).host],
    ['Reason', code],
    ['Answer', response ?? message],
  ]
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

/**
 * Sends one e-mail to all of them.
 * @returns The addresses that the mail server refused, where it took others
 * @throws email_failed when nobody gets it
 */
export async function sendEmail(
  server: MailServer,
  to: readonly string[],
  { subject, text }: Notification,
): Promise<string[]> {
  const transport = transportTo(server)
  try {
    const { rejected } = await transport.sendMail({ to: [...to], subject, text })
    return rejected
  } catch (cause) {
    throw new AppError('email_failed', { evidence: evidenceOf(server, cause), cause })
  } finally {
    transport.close()
  }
}
