import 'server-only'

/** Whether a path is that node or lies below it; both in lower case. */
export const isUnder = (node: string): ((path: string) => boolean) => {
  const below = `${node}\\`
  return (path) => path === node || path.startsWith(below)
}
