import 'server-only'
import { type Refusal, refusal } from '../../protocol/errors'

const tracking = 'Microsoft.TeamFoundation.WorkItemTracking.Server'

/** That it is a 404 is known; sentence and typeKey are unverified. */
export const attachmentUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'AttachmentNotFoundException', namespace: tracking, eventId: 3200 },
    `TF237121: The attachment with the ID ${id} does not exist, or you do not have permissions to read it.`,
  )

/** The limit is documented; status and typeKey are unverified. */
export const attachmentTooLarge = (limit: number): Refusal =>
  refusal(
    400,
    { typeKey: 'WorkItemAttachmentExceedsMaxSizeException', namespace: tracking, eventId: 3200 },
    `TF237082: The file you are trying to upload exceeds the supported file upload size of ${limit / 1024 / 1024} MB.`,
  )
