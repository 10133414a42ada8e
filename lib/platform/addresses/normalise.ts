import { guidIn } from './guid'
import { organizationOf } from './organization'
import { parseTokenUrl } from './token-url'

/** What the form made of a pasted text, and the sentence that says so. */
export interface Normalised {
  readonly value: string
  readonly note: string
}

export type Normalise = (text: string) => Normalised | undefined

/** `undefined` when the text is right as it is, or not understood. */
export const normaliseTokenUrl: Normalise = (text) => {
  const parsed = parseTokenUrl(text)
  if ('problem' in parsed || parsed.url === text) return undefined
  const note = text.includes('/')
    ? 'Changed to the v2 token endpoint of the tenant in that address.'
    : 'Completed to the v2 token endpoint of that tenant.'
  return { value: parsed.url, note }
}

export const normaliseOrganization: Normalise = (text) => {
  const value = organizationOf(text)
  if (value === undefined || value === text) return undefined
  return { value, note: `Took the name “${value}” from that address.` }
}

export const normaliseGuid: Normalise = (text) => {
  const value = guidIn(text)
  if (value === undefined || value === text) return undefined
  return { value, note: 'Kept the ID and left out the rest.' }
}

/** The resources whose scope an app asks for to reach Azure DevOps. */
const resource = /^(?:https:\/\/app\.vssps\.visualstudio\.com|499b84ac-1321-427f-aa17-267ca6975798)\/?$/i

/** A resource alone is completed to everything that the app was given on it. */
export const normaliseScope: Normalise = (text) => {
  const trimmed = text.trim()
  if (resource.test(trimmed)) {
    return { value: `${trimmed.replace(/\/$/, '')}/.default`, note: 'Completed with /.default, as apps ask for it.' }
  }
  return trimmed === text ? undefined : { value: trimmed, note: 'Left out the blanks around it.' }
}
