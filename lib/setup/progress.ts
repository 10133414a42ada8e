import 'server-only'
import { placeOf } from './placement'
import type { SetupDraft, SetupFinding, SetupProgress } from './schema'
import { type Checked, stepStates } from './step-states'

/** Trouble that no step mends: Microsoft or the network is down. */
const troubleIn = (checks: readonly Checked[]): SetupFinding | undefined =>
  checks.find(({ verdict, finding }) => verdict === 'failed' && finding && placeOf(finding) === undefined)?.finding

/**
 * Follows the checks of a connection and tells after each of them what is known of the six steps.
 * @param checks Each as it comes; its order does not matter
 */
export async function* setupProgress(draft: SetupDraft, checks: AsyncIterable<Checked>): AsyncGenerator<SetupProgress> {
  const made: Checked[] = []
  for await (const check of checks) {
    made.push(check)
    yield { states: stepStates(draft, made), isComplete: false }
  }
  const trouble = troubleIn(made)
  yield { states: stepStates(draft, made), isComplete: true, ...(trouble && { trouble }) }
}
