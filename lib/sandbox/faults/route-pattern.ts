import 'server-only'

const literally = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

/** `*` is part of one segment, `**` any number of them. */
const pattern = (text: string): string =>
  text
    .split('**')
    .map((part) => part.split('*').map(literally).join('[^/]*'))
    .join('.*')

/** Whether a request fits `[METHOD ]host/path`. */
export function routePattern(route: string): (request: Request) => boolean {
  const [, method, address = ''] = /^(?:([A-Za-z]+) )?(.*)$/.exec(route) ?? []
  const expression = new RegExp(`^${pattern(address)}$`, 'i')
  return (request) => {
    const { host, pathname } = new URL(request.url)
    if (method !== undefined && method.toUpperCase() !== request.method) return false
    return expression.test(`${host}${pathname}`)
  }
}
