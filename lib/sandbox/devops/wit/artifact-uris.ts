import 'server-only'
import { type Answer, answer } from '../protocol/answer'
import { bodyOf, type Call } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Store } from '../store/index'

interface Reference {
  readonly id: number
  readonly url: string
}

/** Looks at every item, since nobody asks this often; addresses are compared whatever their case. */
function linkedItems({ workItems, url }: Store, wanted: ReadonlySet<string>): Map<string, Reference[]> {
  const found = new Map<string, Reference[]>()
  for (const { id, links } of workItems.all()) {
    for (const { rel, target } of links) {
      const uri = String(target).toLowerCase()
      if (rel !== 'ArtifactLink' || !wanted.has(uri)) continue
      found.set(uri, [...(found.get(uri) ?? []), { id, url: `${url}/_apis/wit/workItems/${id}` }])
    }
  }
  return found
}

/** The work items that are linked to commits, pull requests, builds …; an address that none is linked to has no items. */
export async function queryArtifactUris({ store, request }: Call): Promise<Answer> {
  const { artifactUris } = await bodyOf(request)
  if (!Array.isArray(artifactUris)) throw argumentRefused('Value cannot be null.\r\nParameter name: artifactUris')
  const uris = artifactUris.map(String)
  const found = linkedItems(store, new Set(uris.map((uri) => uri.toLowerCase())))
  const byUri = uris.map((uri) => [uri, found.get(uri.toLowerCase()) ?? []] as const)
  return answer({ artifactUrisQueryResult: Object.fromEntries(byUri) })
}
