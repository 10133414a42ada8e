import 'server-only'
import { type Refusal, refusal } from '../protocol/errors'

const graph = 'Microsoft.VisualStudio.Services.Graph'

/** Wording unverified. */
export const subjectUnknown = (descriptor: string): Refusal =>
  refusal(
    404,
    { typeKey: 'GraphSubjectNotFoundException', namespace: graph },
    `VS860016: Could not find graph subject with descriptor '${descriptor}'.`,
  )

/** Wording unverified. */
export const storageKeyUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'StorageKeyNotFoundException', namespace: graph },
    `VS860013: Could not find a subject with storage key '${id}'.`,
  )

/** Wording and typeKey unverified. */
export const notAMember = (member: string, container: string): Refusal =>
  refusal(
    404,
    { typeKey: 'GraphMembershipNotFoundException', namespace: graph },
    `The subject '${member}' is not a member of '${container}'.`,
  )

/** Wording and typeKey unverified. */
export const applicationNotInTenant = (originId: string): Refusal =>
  refusal(
    404,
    { typeKey: 'GraphSubjectNotFoundException', namespace: graph },
    `VS860016: Could not find the service principal with object ID '${originId}' in the directory.`,
  )
