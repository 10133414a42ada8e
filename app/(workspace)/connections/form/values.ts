import { useFormContext } from 'react-hook-form'
import type { PastedSettings } from '#lib/connections/elsewhere/schema'
import type { ConnectionInput, ConnectionSettings } from '#lib/connections/schema'
import { documentedScope } from '#lib/platform/entra/schema'
import type { SetupDraft } from '#lib/setup/schema'
import type { SandboxState } from '#query/sandbox'

/** What was understood of a pasted text, with the certificate that it names if that is here. */
export type TakenValues = PastedSettings['values'] & { readonly certificateId?: string }

/** The documented defaults. */
const defaults: ConnectionInput = {
  name: '',
  sandbox: false,
  tokenUrl: '',
  clientId: '',
  certificateId: '',
  scope: documentedScope,
  organization: '',
  apiVersion: '7.0',
  defaultProject: '',
  retryMode: 'RetryWhenStatusCodeMatch',
  retryStatusCodeList: '429',
  retryCountMax: 5,
  retryMultiplyWaitTime: true,
}

const isSetting = (name: string): boolean => name in defaults

/**
 * Those of a draft that are settings. They may be half typed; whether they are good is for the schema to say when the
 * form is sent.
 */
export function valuesOfDraft(draft: SetupDraft): ConnectionInput {
  const settings = Object.fromEntries(Object.entries(draft).filter(([name]) => isSetting(name)))
  return { ...defaults, ...(settings as Partial<ConnectionInput>) }
}

export const valuesOfSettings = (settings: ConnectionSettings): ConnectionInput => ({
  ...settings,
  defaultProject: settings.defaultProject ?? '',
  retryStatusCodeList: settings.retryStatusCodeList.join(', '),
})

/** What is sent: what was typed, for the server parses it with the same schema; an empty optional field is left out. */
export const inputOf = ({ defaultProject, ...values }: ConnectionInput): ConnectionInput => ({
  ...values,
  ...(defaultProject && { defaultProject }),
})

/** What the sandbox gives; the name only where there is none yet. */
export const valuesOfSandbox = (state: SandboxState, name: string) => ({
  sandbox: true,
  name: name || 'Sandbox',
  tokenUrl: state.tokenUrl,
  clientId: state.clientId,
  scope: state.scope,
  organization: state.organization,
})

export const useConnectionForm = () => useFormContext<ConnectionInput, unknown, ConnectionSettings>()
