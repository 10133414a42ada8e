import 'server-only'
import { boardsNamespaces } from './boards-namespaces'
import { deliveryNamespaces } from './delivery-namespaces'
import type { SecurityNamespace } from './namespace'

/** Those that protect what the sandbox has. */
export const securityNamespaces: readonly SecurityNamespace[] = [...deliveryNamespaces, ...boardsNamespaces]
