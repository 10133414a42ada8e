import 'server-only'
import type { z } from 'zod'
import { AppError, type Evidence, isAppError } from '#lib/platform/errors/index'

/** Two files of 256 KiB in base64, and the fields around them. */
const maximumBytes = 1_000_000

/** Reads at most `maximumBytes`, whatever the Content-Length says. */
async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maximumBytes) throw new AppError('request_too_large')
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** No text of PostgreSQL can hold the character NUL (its manual, 8.3), so it gets no further than here. */
function refuseNul(key: string, value: unknown): unknown {
  if (key.includes('\0') || (typeof value === 'string' && value.includes('\0'))) throw new SyntaxError('NUL character')
  return value
}

/**
 * The JSON body of a request; an empty body is an empty object.
 * @throws request_body_unreadable, request_too_large
 */
export async function readJson(request: Request): Promise<unknown> {
  try {
    const text = await readText(request)
    return text === '' ? {} : JSON.parse(text, refuseNul)
  } catch (cause) {
    throw isAppError(cause) ? cause : new AppError('request_body_unreadable', { cause })
  }
}

/** Says of each field what is wrong with it; the labels of the evidence are the fields' paths. */
const requestInvalid = (evidence: readonly Evidence[]): AppError =>
  new AppError('request_invalid', {
    detail: evidence.map(({ label, value }) => (label ? `${label}: ${value}` : value)).join(' · '),
    evidence,
  })

/** What a schema says of a value, as evidence. */
export const evidenceOf = ({ issues }: z.ZodError): Evidence[] =>
  issues.map(({ path, message }) => ({ label: path.join('.'), value: message }))

/**
 * Gives the parsed value, or says which field is wrong and why.
 * @throws request_invalid with one evidence entry per field, labelled with the field's path
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw requestInvalid(evidenceOf(result.error))
}
