import 'server-only'
import { AppError } from '#lib/platform/errors/index'

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a write that another site caused a browser to send. Next checks server actions only, never route handlers.
 * Stricter than most: `Sec-Fetch-Site` must be `same-origin`, and where a client does not send it, `Origin` must equal ours.
 * @throws origin_refused
 */
export function requireSameOrigin(request: Request, publicOrigin: string): void {
  if (readOnly.has(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  const passes = site === null ? request.headers.get('origin') === publicOrigin : site === 'same-origin'
  if (!passes) throw new AppError('origin_refused')
}
