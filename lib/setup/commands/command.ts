import 'server-only'
import type { GuideValues } from '../guide'

export type Tool = 'azure-cli' | 'powershell' | 'graph' | 'terraform'

/** How one tool does a step. */
export interface Command {
  readonly tool: Tool
  /** Ready to be copied; the person's own values are filled in, and what is not known yet stands as a variable. */
  readonly text: string
  /** What to know before running it, a sentence each. */
  readonly notes: readonly string[]
}

/** What is known of a setup by now; whatever is missing becomes a variable that the person fills in. */
export interface CommandValues extends GuideValues {
  readonly certificate?: CommandCertificate | undefined
}

/** The public certificate that is uploaded. */
interface CommandCertificate {
  /** Without a path, for example `Azure-DevOps.pem`. */
  readonly fileName: string
  /** ISO 8601 */
  readonly notAfter: string
}

/** What a tool does in each of the steps that it can do. */
export type Steps = Readonly<Partial<Record<1 | 2 | 3 | 4, (values: CommandValues) => Omit<Command, 'tool'>>>>
