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
