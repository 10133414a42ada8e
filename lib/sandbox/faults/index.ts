import 'server-only'
import { createRandom } from '../seed/random'
import type { Fault } from './fault'
import { type FaultHost, type Fetch, inflict } from './harm'
import { routePattern } from './route-pattern'

interface Watched {
  readonly fault: Fault
  /** Counts a request, and tells whether the fault befalls it. */
  readonly befalls: (request: Request) => boolean
}

/** Chance follows from the seed and the fault's place, so the same requests always meet the same faults. */
function watch(fault: Fault, place: number, seed: number): Watched {
  const { route, probability, after, count = Number.POSITIVE_INFINITY } = fault
  const fits = routePattern(route)
  const random = createRandom(seed * 1009 + place)
  let seen = 0
  let harmed = 0
  return {
    fault,
    befalls(request) {
      if (harmed >= count || !fits(request)) return false
      seen += 1
      if (seen <= after || !random.chance(probability)) return false
      harmed += 1
      return true
    },
  }
}

interface FaultsOptions {
  readonly seed: number
  /** The faults as they are now; a new list begins to count anew. */
  readonly faults: () => readonly Fault[]
  readonly host: FaultHost
}

/** Lets faults befall requests; where several befall the same one, the first is nearest to the caller. */
export function createFaults({ seed, faults, host }: FaultsOptions) {
  let known: readonly Fault[] = []
  let watched: readonly Watched[] = []

  function current(): readonly Watched[] {
    const now = faults()
    if (now === known) return watched
    known = now
    watched = now.map((fault, place) => watch(fault, place, seed))
    return watched
  }

  return (fetch: Fetch): Fetch =>
    (request) => {
      const befalling = current().filter(({ befalls }) => befalls(request))
      const harmed = befalling.reduceRight<Fetch>(
        (next, { fault }) =>
          (asked) =>
            inflict(fault, { request: asked, next, host }),
        fetch,
      )
      return harmed(request)
    }
}
