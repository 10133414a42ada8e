import 'server-only'
import { type Answer, answerList } from '../protocol/answer'
import type { Call } from '../protocol/call'
import type { SecurityNamespace } from './namespace'
import { securityNamespaces } from './namespaces'
import { namespaceOf } from './permissions'

const nowhere = '00000000-0000-0000-0000-000000000000'

function namespaceJson({ id, separator, actions, isNamedByActions, ...about }: SecurityNamespace) {
  return {
    namespaceId: id,
    name: about.name,
    displayName: about.displayName,
    separatorValue: separator,
    elementLength: -1,
    writePermission: about.writePermission,
    readPermission: about.readPermission,
    dataspaceCategory: about.dataspaceCategory,
    actions: actions.map((action) => ({ ...action, namespaceId: isNamedByActions ? id : nowhere })),
    structureValue: 1,
    extensionType: about.extensionType,
    isRemotable: about.isRemotable,
    useTokenTranslator: about.useTokenTranslator,
    systemBitMask: about.systemBitMask,
  }
}

/** All namespaces, or a list of the one that the address names. */
export function listNamespaces({ parameters: [id] }: Call): Answer {
  const namespaces = id === undefined ? securityNamespaces : [namespaceOf(id)]
  return answerList(namespaces.map(namespaceJson))
}
