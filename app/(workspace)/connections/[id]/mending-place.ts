import type { ConnectionSettings, Finding } from '#lib/connections/schema'

interface Place {
  readonly href: string
  readonly label: string
}

const entraApps = 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade'

/** Where the person mends what a finding names, by the setup step that it belongs to. */
export function mendingPlace(
  { step }: Finding,
  { sandbox, organization }: ConnectionSettings,
  connectionId: string,
): Place | undefined {
  switch (step) {
    case 1:
    case 2:
      return sandbox
        ? { href: '/sandbox', label: 'Open the practice portal' }
        : { href: entraApps, label: 'Open App registrations' }
    case 4:
      return sandbox
        ? { href: '/sandbox', label: 'Open the practice portal' }
        : { href: `https://dev.azure.com/${organization}/_settings/users`, label: 'Open Organization settings › Users' }
    case 5:
      return { href: `/connections/${connectionId}/edit`, label: 'Edit the settings' }
    default:
      return undefined
  }
}
