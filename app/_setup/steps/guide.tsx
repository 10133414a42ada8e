import type { Certificate } from '#lib/certificates/schema'
import type { Command } from '#lib/setup/commands/command'
import type { GuideValues, PortalLink } from '#lib/setup/guide'

/** What the page of a step shows to whoever does it. */
export interface Guide {
  readonly values: GuideValues
  readonly portal: PortalLink | undefined
  readonly commands: readonly Command[]
  /** The one that was chosen, if it is there. */
  readonly certificate: Certificate | undefined
  /** Where its public file is had. */
  readonly certificateFile: (format: 'cer' | 'pem') => string
}
