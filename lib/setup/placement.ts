import 'server-only'
import type { SetupStep } from '#lib/platform/errors/index'
import type { SetupFinding } from './schema'

/**
 * The catalog names the documented step that mends an error. The wizard takes some values earlier, where the portal shows
 * them, so what is wrong with those is mended there.
 */
const takenEarlier: Readonly<Record<string, SetupStep>> = {
  AADSTS700016: 1,
  AADSTS700011: 1,
  AADSTS70001: 1,
  client_id_refused: 1,
  AADSTS700027_signature: 2,
  AADSTS700027_thumbprint_unreadable: 2,
}

export const placeOf = ({ code, step }: SetupFinding): SetupStep | undefined => takenEarlier[code] ?? step
