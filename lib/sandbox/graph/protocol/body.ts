import 'server-only'
import type { z } from 'zod'
import { type ResourceName, refuse } from './errors'

/** @throws 400 */
async function parsed(request: Request): Promise<unknown> {
  try {
    return JSON.parse(await request.text())
  } catch {
    throw refuse.unreadableBody()
  }
}

type Issue = z.core.$ZodIssue

function refusalOf(issue: Issue | undefined, resource: ResourceName) {
  if (issue?.code === 'unrecognized_keys') return refuse.notEmulated(`the property ${issue.keys.join(', ')}`)
  const [property] = issue?.path ?? []
  if (property === undefined) return refuse.unreadableBody()
  return issue?.code === 'invalid_type' && issue.input === undefined
    ? refuse.valueMissing(String(property), resource)
    : refuse.invalidValue(String(property), resource)
}

/**
 * Reads a body as a schema wants it.
 * @throws 400 for what is not JSON, lacks something or has a wrong value; 501 for a property that the schema does not have
 */
export async function bodyOf<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  resource: ResourceName,
): Promise<z.output<Schema>> {
  const result = schema.safeParse(await parsed(request), { reportInput: true })
  if (!result.success) throw refusalOf(result.error.issues[0], resource)
  return result.data
}
