import 'server-only'
import { guid, type Random } from '../../seed/random'

/** A file that belongs to work items as soon as they have a relation to it. */
export interface Attachment {
  readonly id: string
  readonly fileName: string | undefined
  /** Milliseconds since 1970. */
  readonly created: number
  readonly content: Buffer<ArrayBuffer>
  /** False while parts of it are still to come. */
  readonly isComplete: boolean
}

type Upload = Pick<Attachment, 'fileName' | 'created' | 'content' | 'isComplete'>

export interface Attachments {
  /** Whatever has been begun, complete or not. */
  find(id: string): Attachment | undefined
  add(upload: Upload): Attachment
  replace(attachment: Attachment): void
}

/** The files that have been uploaded; the organization begins without any. */
export function createAttachments(random: Random): Attachments {
  const byId = new Map<string, Attachment>()
  return {
    find: (id) => byId.get(id.toLowerCase()),
    add(upload) {
      const attachment = { id: guid(random), ...upload }
      byId.set(attachment.id, attachment)
      return attachment
    },
    replace(attachment) {
      byId.set(attachment.id, attachment)
    },
  }
}
