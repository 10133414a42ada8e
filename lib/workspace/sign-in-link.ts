import 'server-only'
import { hostname } from 'node:os'
import type { Env } from '#lib/platform/env'
import { createSignInKey } from './sign-in-key'

/** “Everywhere” can be listened on but not opened; the machine's name stands in HOSTNAME because container runtimes put it there. */
const cannotBeOpened = (host: string) => ['0.0.0.0', '::', hostname()].includes(host)

const addressOf = ({ PUBLIC_URL, HOSTNAME, PORT }: Pick<Env, 'PUBLIC_URL' | 'HOSTNAME' | 'PORT'>): string =>
  PUBLIC_URL ? new URL(PUBLIC_URL).origin : `http://${cannotBeOpened(HOSTNAME) ? 'localhost' : HOSTNAME}:${PORT}`

/** The address that signs in whoever opens it first: a secret, so it is printed for the operator and logged nowhere. */
export async function createSignInLink(
  settings: Pick<Env, 'PUBLIC_URL' | 'HOSTNAME' | 'PORT'>,
  secret: string,
): Promise<string> {
  return `${addressOf(settings)}/sign-in?key=${await createSignInKey(secret)}`
}
