import 'server-only'
import { createHash } from 'node:crypto'

/** The same text always gives the same GUID. */
export function guidOf(text: string, version = 4): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** An identity's ID in the organization is neither the client ID nor the object ID; its version digit is 6. */
export const identityIdOf = (objectId: string): string => guidOf(objectId, 6)

const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/=+$/, '')

/** The GUID in the descriptor of a user or service principal has version digit 7 where the ID has 6. */
export const subjectDescriptorOf = (prefix: 'aad' | 'aadsp', id: string): string =>
  `${prefix}.${base64(`${id.slice(0, 14)}7${id.slice(15)}`)}`

/** A GUID as the four numbers that a security identifier holds of it. */
function numbersOf(id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  return [0, 4, 8, 12].map((at) => bytes.readUInt32BE(at)).join('-')
}

const authority = 'S-1-9-1551374245'

/** @param scopeId Project or organization; @param wellKnown Number of a group that every organization has */
export const groupSidOf = (scopeId: string, groupId: string, wellKnown?: number): string =>
  `${authority}-${numbersOf(scopeId)}-${wellKnown === undefined ? `1-${numbersOf(groupId)}` : `0-0-0-0-${wellKnown}`}`

export const groupDescriptorOf = (sid: string): string => `vssgp.${base64(sid)}`

export const scopeDescriptorOf = (projectId: string): string => `scp.${base64(guidOf(`scope ${projectId}`))}`
