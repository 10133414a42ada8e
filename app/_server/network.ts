import 'server-only'
import type { Fetch } from '#lib/platform/http/fetch'
import { networkFetch } from '#lib/platform/http/network-fetch'
import { sandbox } from './sandbox'

/** The network, or the sandbox in its place. */
export async function fetchFor(isSandbox = false): Promise<Fetch> {
  return isSandbox ? (await sandbox()).fetch : networkFetch
}
