import 'server-only'
import { type Refusal, refusal } from '../../protocol/errors'

const tagging = 'Microsoft.TeamFoundation.Core.WebApi'

/** Sentence and typeKey are unverified. */
export const tagUnknown = (idOrName: string): Refusal =>
  refusal(
    404,
    { typeKey: 'TagNotFoundException', namespace: tagging },
    `VS403500: The tag ${idOrName} does not exist, or you do not have permissions to read it.`,
  )

/** What a tag may be called is documented; status, sentence and typeKey are unverified. */
export const tagNameRefused = (name: string): Refusal =>
  refusal(
    400,
    { typeKey: 'InvalidTagNameException', namespace: tagging },
    `VS403501: The tag name '${name}' is not valid. It has up to 400 characters, no comma and no semicolon.`,
  )

/** Unverified. */
export const tagNameTaken = (name: string): Refusal =>
  refusal(
    409,
    { typeKey: 'DuplicateTagNameException', namespace: tagging },
    `VS403502: A tag with the name '${name}' exists already.`,
  )
