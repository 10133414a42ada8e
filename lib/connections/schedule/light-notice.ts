import 'server-only'
import type { Notification } from '#lib/platform/notify/notification'
import type { Connection, FinishedTest, TestVerdict } from '../schema'

const isBad = (verdict: TestVerdict | undefined): boolean => verdict === 'failed'

function broken({ results }: FinishedTest): string {
  const finding = results.find(({ verdict }) => verdict === 'failed')?.finding
  return finding
    ? `${finding.code}: ${finding.title}\n\n${finding.cause}\nWhat to do: ${finding.remedy}`
    : 'A check failed.'
}

/**
 * What to tell when a connection stops working or works again; nothing while it stays as it was.
 * @param before The connection as it was before the test
 */
export function lightNotice(
  { id, settings: { name }, health }: Connection,
  test: FinishedTest,
  url: string | undefined,
): Notification | undefined {
  const isBroken = isBad(test.verdict)
  if (isBroken === isBad(health?.verdict)) return undefined
  const at = test.testedAt.toISOString()
  const subject = isBroken ? `The connection “${name}” does not work any more` : `The connection “${name}” works again`
  const text = [`${subject}.`, isBroken ? broken(test) : '', url ?? ''].filter(Boolean).join('\n\n')
  const type = isBroken ? 'connection.failed' : 'connection.recovered'
  return { id: `${type}/${id}/${at}`, type, subject, text, data: { connectionId: id, name, verdict: test.verdict, at } }
}
