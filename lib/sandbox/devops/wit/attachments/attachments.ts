import 'server-only'
import { type Answer, created } from '../../protocol/answer'
import type { Call } from '../../protocol/call'
import { argumentRefused, notEmulated } from '../../protocol/errors'
import type { Attachment } from '../../store/attachments'
import { contentRangeOf } from './content-range'
import { attachmentTooLarge, attachmentUnknown } from './errors'

/** What a hosted organization allows unless its process says otherwise. */
const largest = 60 * 1024 * 1024

const nothing = Buffer.alloc(0)

async function contentOf(request: Request): Promise<Buffer<ArrayBuffer>> {
  const content = Buffer.from(await request.arrayBuffer())
  if (content.length > largest) throw attachmentTooLarge(largest)
  return content
}

/** The address begins as the request's does: below a project, if it named one. */
function reference({ store, project }: Call, id: string, fileName?: string): Answer {
  const base = project ? `${store.url}/${project.id}` : store.url
  const name = fileName === undefined ? '' : `?fileName=${encodeURIComponent(fileName)}`
  return created({ id, url: `${base}/_apis/wit/attachments/${id}${name}` })
}

function find({ store, parameters: [id = ''] }: Call): Attachment {
  const attachment = store.attachments.find(id)
  if (!attachment) throw attachmentUnknown(id)
  return attachment
}

/** Uploads a file at once, or (`uploadType=chunked`) announces one whose parts follow by PUT. */
export async function createAttachment(call: Call): Promise<Answer> {
  const { store, query, request, now } = call
  const fileName = query.get('fileName') ?? undefined
  const type = query.get('uploadType')?.toLowerCase() ?? 'simple'
  if (type !== 'simple' && type !== 'chunked') throw argumentRefused(`The value '${type}' is not valid for uploadType.`)
  const isComplete = type === 'simple'
  const content = isComplete ? await contentOf(request) : nothing
  const { id } = store.attachments.add({ fileName, created: now.getTime(), content, isComplete })
  return reference(call, id, fileName)
}

/** Takes one part of a file. Parts come in order; one that came before may come again. */
export async function uploadChunk(call: Call): Promise<Answer> {
  const attachment = find(call)
  const part = await contentOf(call.request)
  const { start, size } = contentRangeOf(call.request, part.length)
  if (size > largest) throw attachmentTooLarge(largest)
  if (start > attachment.content.length) {
    throw argumentRefused(`The part at ${start} leaves a gap behind the ${attachment.content.length} bytes before it.`)
  }
  const content = Buffer.concat([attachment.content.subarray(0, start), part])
  call.store.attachments.replace({ ...attachment, content, isComplete: content.length === size })
  return reference(call, attachment.id)
}

/** As a file to be saved, or to be shown; which of the two is unverified for other types than octet streams. */
function disposition({ query }: Call, { fileName }: Attachment): string {
  const kind = query.get('download')?.toLowerCase() === 'true' ? 'attachment' : 'inline'
  const name = query.get('fileName') ?? fileName
  return name === undefined ? kind : `${kind}; filename*=UTF-8''${encodeURIComponent(name)}`
}

/** The file itself. A file whose parts have not all come is not there yet. */
export function getAttachment(call: Call): Answer {
  if (call.request.headers.get('accept')?.startsWith('application/zip')) throw notEmulated('attachments as ZIP files')
  const attachment = find(call)
  if (!attachment.isComplete) throw attachmentUnknown(attachment.id)
  const headers = {
    'content-type': 'application/octet-stream',
    'content-disposition': disposition(call, attachment),
  }
  return { json: attachment.content, headers }
}
