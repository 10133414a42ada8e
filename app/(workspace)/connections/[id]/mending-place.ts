import type { ConnectionSettings, Finding, SettingName } from '#lib/connections/schema'

export interface MendingPlace {
  readonly href: string
  readonly label: string
}

/** Where findings of one connection are mended, and what its settings are called. */
export interface Mending {
  readonly connectionId: string
  readonly settings: Pick<ConnectionSettings, 'sandbox' | 'organization'>
  readonly labels: Readonly<Record<SettingName, string>>
}

const entraApps = 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade'
const practicePortal: MendingPlace = { href: '/sandbox', label: 'Open the practice portal' }

function settingsPlace(field: SettingName | undefined, { connectionId, labels }: Mending): MendingPlace {
  const edit = `/connections/${connectionId}/edit`
  return field
    ? { href: `${edit}?field=${field}`, label: `Edit: ${labels[field]}` }
    : { href: edit, label: 'Edit the settings' }
}

/** Where the person mends what a finding names, by the setup step that it belongs to. */
export function mendingPlace({ step, field }: Finding, mending: Mending): MendingPlace | undefined {
  const { sandbox, organization } = mending.settings
  switch (step) {
    case 1:
    case 2:
      return sandbox ? practicePortal : { href: entraApps, label: 'Open App registrations' }
    case 4:
      return sandbox
        ? practicePortal
        : { href: `https://dev.azure.com/${organization}/_settings/users`, label: 'Open Organization settings › Users' }
    case 5:
      return settingsPlace(field, mending)
    default:
      return undefined
  }
}
