import 'server-only'

export const tools = ['azure-cli', 'powershell', 'graph', 'terraform'] as const
export type Tool = (typeof tools)[number]

/** How one tool does a step. */
export interface Command {
  readonly tool: Tool
  /** Ready to be copied; the person's own values are filled in, and what is not known yet stands as a variable. */
  readonly text: string
  /** What to know before running it, a sentence each. */
  readonly notes: readonly string[]
}

/** What is known of a setup by now; whatever is missing becomes a variable that the person fills in. */
export interface CommandValues {
  readonly appName?: string | undefined
  readonly tenantId?: string | undefined
  readonly clientId?: string | undefined
  /** Object ID of the enterprise application. */
  readonly servicePrincipalObjectId?: string | undefined
  readonly organization?: string | undefined
  readonly certificate?: CommandCertificate | undefined
}

/** The public certificate that is uploaded. */
export interface CommandCertificate {
  /** Without a path, for example `Azure-DevOps.pem`. */
  readonly fileName: string
  readonly thumbprintSha1: string
  /** ISO 8601 */
  readonly notAfter: string
}
