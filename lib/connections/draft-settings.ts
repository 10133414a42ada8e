import 'server-only'
import type { Evidence } from '#lib/platform/errors/index'
import type { DraftLink } from './link'
import { type ConnectionSettings, connectionInput, connectionLabels } from './schema'

const { shape } = connectionInput

const isGiven = (value: unknown): boolean => value !== undefined && value !== ''

/**
 * Takes of half-typed settings what can be used: each value is parsed by itself, as the whole would be. What is not
 * given is left out; what cannot be used is told with the sentence that its field would show.
 */
export function readDraftSettings(
  values: Readonly<Record<string, unknown>>,
): Required<Pick<DraftLink, 'settings' | 'invalid'>> {
  const settings: Record<string, unknown> = { sandbox: values.sandbox === true }
  const invalid: Evidence[] = []
  for (const name of Object.keys(connectionLabels) as (keyof typeof connectionLabels)[]) {
    if (!isGiven(values[name])) continue
    const { data, error } = shape[name].safeParse(values[name])
    if (error) invalid.push({ label: name, value: error.issues[0]?.message ?? '' })
    else settings[name] = data
  }
  // Each member is what its own schema gave.
  return { settings: settings as Partial<ConnectionSettings>, invalid }
}
