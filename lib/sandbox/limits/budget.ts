import 'server-only'

interface Spending {
  readonly at: number
  readonly units: number
}

const window = 5 * 60 * 1000

/** What each identity has used of Azure DevOps in the last five minutes, in throughput units. */
export function createBudget() {
  const spendings = new Map<string, Spending[]>()

  function recent(identity: string, now: number): Spending[] {
    const kept = (spendings.get(identity) ?? []).filter(({ at }) => at > now - window)
    spendings.set(identity, kept)
    return kept
  }

  const sum = (list: readonly Spending[]): number => list.reduce((total, { units }) => total + units, 0)

  return {
    used: (identity: string, now: number): number => sum(recent(identity, now)),
    spend(identity: string, units: number, now: number): void {
      recent(identity, now).push({ at: now, units })
    },
    /** When no more than `units` of what was used will count, if nothing is added. */
    fallsTo(units: number, identity: string, now: number): number {
      const list = recent(identity, now)
      let left = sum(list)
      for (const { at, units: spent } of list) {
        if (left <= units) return now
        left -= spent
        if (left <= units) return at + window
      }
      return now
    },
  }
}
