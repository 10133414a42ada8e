import 'server-only'
import { createSandbox } from '..'
import type { EntraBehaviour } from '../entra/behaviour'
import { createTestApplication } from '../test-application'

/** One key pair for all tests: what it is registered for differs. */
export const application = await createTestApplication()

const everything = ['Application.ReadWrite.All', 'DelegatedPermissionGrant.ReadWrite.All', 'Organization.Read.All']
const graphScope = 'https://graph.microsoft.com/.default'

interface Starting {
  /** What the caller may do in Microsoft Graph. */
  readonly permissions?: string[]
  readonly entra?: Partial<EntraBehaviour>
}

/** A sandbox, and an app of its tenant that speaks with Microsoft Graph. */
export async function startGraph({ permissions = everything, entra = {} }: Starting = {}) {
  const sandbox = await createSandbox({ items: 0, entra })
  const { clientId } = sandbox.control.registerApp('Automation', { graphPermissions: permissions })
  sandbox.control.uploadCertificate(application.certificate, clientId)

  /** The token, or the description of the error. */
  async function signIn(as: string, scope = sandbox.info.scope): Promise<string> {
    const response = await application.requestToken(sandbox, { scope, clientId: as })
    const { access_token, error_description } = JSON.parse(await response.text())
    return access_token ?? error_description
  }
  const token = await signIn(clientId, graphScope)

  /** @param path behind the host and the version */
  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const init = { method, headers: { authorization: `Bearer ${token}`, ...headers } }
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const withBody = text === undefined ? init : { ...init, body: text }
    const response = await sandbox.fetch(new Request(`https://graph.microsoft.com/v1.0/${path}`, withBody))
    const answer = await response.text()
    return { status: response.status, headers: response.headers, body: answer === '' ? undefined : JSON.parse(answer) }
  }

  return { sandbox, send, signIn, token, automationId: clientId }
}
