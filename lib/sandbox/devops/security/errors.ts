import 'server-only'
import { type Refusal, refusal } from '../protocol/errors'

const security = 'Microsoft.VisualStudio.Services.Security'

/** Wording unverified. */
export const namespaceUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'InvalidSecurityNamespaceException', namespace: security },
    `The security namespace with id ${id} does not exist.`,
  )
