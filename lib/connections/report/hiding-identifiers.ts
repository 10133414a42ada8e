import 'server-only'
import { azureDevOpsAppId } from '#lib/platform/entra/schema'

const guid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi
const thumbprint = /\b(?:[0-9a-f]{40}|[0-9a-f]{64})\b/gi
const mailOrDomain = /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b|\b[\w-]+\.onmicrosoft\.com\b/gi

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/**
 * A way to replace whatever names somebody – GUIDs, thumbprints, mail addresses, tenants' domains, and the given names
 * – by words that stand for it, the same word for the same thing throughout, so that mix-ups still show.
 * @param names Such as the organization, the projects, the app
 */
export function hidingIdentifiers(names: readonly string[]): (text: string) => string {
  const words = new Map<string, string>()
  const wordFor = (kind: string) => (found: string) => {
    const key = `${kind} ${found.toLowerCase()}`
    // Microsoft's own is the same for everybody and tells nothing of anybody.
    if (found.toLowerCase() === azureDevOpsAppId) return found
    const word = words.get(key) ?? `${kind}-${[...words.keys()].filter((one) => one.startsWith(kind)).length + 1}`
    words.set(key, word)
    return word
  }
  const longestFirst = [...new Set(names.filter((name) => name.length > 1))].sort((a, b) => b.length - a.length)
  const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return (text) => {
    const withoutIds = text
      .replace(guid, wordFor('id'))
      .replace(thumbprint, wordFor('thumbprint'))
      .replace(mailOrDomain, wordFor('address'))
    return longestFirst.length === 0 ? withoutIds : withoutIds.replace(named, wordFor('name'))
  }
}
