import 'server-only'

/** The sandbox never guesses: what it does not emulate it says so, without repeating query values. */
export function notEmulated(request: Request): Response {
  const { host, pathname } = new URL(request.url)
  const message = `The sandbox does not emulate ${request.method} ${host}${pathname}.`
  return Response.json({ error: 'sandbox_not_emulated', message }, { status: 501 })
}
