import 'server-only'
import { z } from 'zod'

/** Which requests a fault befalls, and how often. */
const occasion = {
  // `[METHOD ]host/path`, where `*` stands for part of one segment and `**` for any number of segments; case does not
  // matter. For example `POST login.microsoftonline.com/**` or `dev.azure.com/*/_apis/wit/workitemsbatch`.
  route: z.string().min(1).max(200).default('**'),
  /** The chance of each request that the route fits; it follows from the seed, so that a run can be repeated. */
  probability: z.number().min(0).max(1).default(1),
  /** How many requests that fit are spared first: what goes wrong in the middle has its place here. */
  after: z.int().min(0).default(0),
  /** How many requests it befalls at most; without it there is no end. */
  count: z.int().min(1).optional(),
}

const fault = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape, ...occasion })

const milliseconds = z.int().min(0).max(600_000)
const clientId = z.guid().optional()

/** What goes wrong, by what a client sees of it. */
export const faultSchema = z.discriminatedUnion('kind', [
  fault('latency', { milliseconds }),
  fault('timeout', {}),
  fault('connection reset', {}),
  fault('truncated body', {}),
  fault('malformed JSON', {}),
  fault('wrong content type', { contentType: z.string().min(1).max(100).default('text/html') }),
  fault('slow body', { milliseconds }),
  fault('server error', { status: z.int().min(500).max(599).default(503) }),
  fault('throttled', { retryAfter: z.int().min(0).max(3600).default(1) }),
  fault('expired token', {}),
  fault('clock skew', { seconds: z.int().min(-1_000_000_000).max(1_000_000_000) }),
  fault('entra refusal', { code: z.int().positive() }),
  /** Without a client ID these two concern every app. */
  fault('certificates removed', { clientId }),
  fault('member removed', { clientId }),
])

export type Fault = Readonly<z.output<typeof faultSchema>>
/** As a person writes it, where what is left out has its default. */
export type FaultInput = Readonly<z.input<typeof faultSchema>>
