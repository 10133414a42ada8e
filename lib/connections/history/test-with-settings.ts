import 'server-only'
import type { ConnectionSettings } from '../schema'
import type { ConnectionsContext } from '../store'
import { compareTests } from './compare-tests'
import type { TestRecord } from './schema'
import { selectLastGood, selectTest } from './store'

interface TestWithSettings {
  readonly test: TestRecord
  /** Those of the time; absent in tests of before there was a history. */
  readonly settings: ConnectionSettings | undefined
}

/**
 * A test with all that it found, and the settings with which it found it. Asks for no role: its callers do.
 * @throws not_found, storage_unavailable, vault_unsealable
 */
export async function testWithSettings(
  context: ConnectionsContext,
  connectionId: string,
  id: string,
): Promise<TestWithSettings> {
  const { summary, ...found } = await selectTest(context, connectionId, id)
  const good = await selectLastGood(context, connectionId, summary.testedAt)
  const lastGood = good && { id: good.id, testedAt: good.testedAt, changes: compareTests(good.test, found) }
  return { test: { ...summary, results: found.results, ...(lastGood && { lastGood }) }, settings: found.settings }
}
