import 'server-only'

type Tool = 'azure-cli' | 'powershell' | 'graph' | 'terraform'

/** How one tool does a step. */
export interface Command {
  readonly tool: Tool
  /** Ready to be copied; the person's own values are filled in, and what is not known yet stands as a variable. */
  readonly text: string
  /** What to know before running it, a sentence each. */
  readonly notes: readonly string[]
}
