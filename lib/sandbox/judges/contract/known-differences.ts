import 'server-only'
import type { Outcome } from './examine'

/** Where the sandbox is not what the document says, because the service itself is not. */
interface KnownDifference {
  /** How the names of its operations begin. */
  readonly operation: string
  /** How the finding ends. */
  readonly finding: string
  /** The recorded pair, as file, blob and index, or the section of the facts. */
  readonly because: string
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    operation: 'Work Items_',
    finding: '/multilineFieldsFormat is not in the document',
    because: 'work-items.jsonl 06081b: since 2026 between fields and _links, whatever the version',
  },
  {
    operation: 'User Entitlements_',
    finding: '/members is not in the document',
    because: 'entitlements.jsonl efffde 0: the list is {members, continuationToken, totalCount, items}',
  },
  ...['/extensions', '/accessLevel/gitHubLicenseType'].flatMap((member) =>
    ['User Entitlements_', 'Service Principal Entitlements_'].map((operation) => ({
      operation,
      finding: `${member} is not in the document`,
      because: 'entitlements.jsonl efffde 0: every entitlement has it',
    })),
  ),
  ...[' is not {count, value} with the right count', ' must be array,null'].map((finding) => ({
    operation: 'Member Entitlements_Search',
    finding,
    because:
      'entitlements.jsonl efffde 0: lists of entitlements are paged objects; the document tells nothing of its array',
  })),
  {
    operation: 'Service Principal Entitlements_',
    finding: '/operationResults/*/result must be string,null',
    because: 'entitlements.jsonl efffde 8: the result of an operation is the entitlement itself',
  },
]

export const explains = ({ operation, finding }: KnownDifference, outcome: Outcome, found: string): boolean =>
  outcome.operation.startsWith(operation) && found.endsWith(finding)
