import 'server-only'
import { present } from '../link'
import type { Check } from './check'

/**
 * Whether the tenant knows the client ID, asked without a credential: for drafts that have no certificate yet. Entra ID
 * looks at the app before it misses the credential.
 */
export const appCheck: Check = {
  id: 'app',
  requires: ['tenant'],
  async run(link, _notes, signal) {
    const probeApp = present(link.probeApp, link, 'tokenUrl', 'clientId')
    await probeApp(signal)
    return { verdict: 'passed', summary: 'The tenant knows this Client ID.' }
  },
}
