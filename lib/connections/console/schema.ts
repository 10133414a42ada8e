import { z } from 'zod'
import { isServiceHost } from '#lib/platform/addresses/service-hosts'
import type { Evidence } from '#lib/platform/errors/index'

export const serviceHost = z.string().refine(isServiceHost, 'Choose a host of Azure DevOps')

export const consoleMethods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const
export type ConsoleMethod = (typeof consoleMethods)[number]

/** Of the bodies that Azure DevOps reads. */
export const contentTypes = ['application/json', 'application/json-patch+json'] as const
export type ContentType = (typeof contentTypes)[number]

export const consoleRequest = z
  .object({
    method: z.enum(consoleMethods).default('GET'),
    /** Where a path is asked; an address names its own. */
    host: serviceHost.default('dev.azure.com'),
    /** An address, or a path that follows the organization; with its query. */
    path: z.string().trim().min(1, 'Enter a path, for example _apis/projects').max(8000, 'At most 8,000 characters'),
    /** The connection's own unless given; an address that names one keeps it. */
    apiVersion: z
      .string()
      .regex(/^\d{1,2}\.\d{1,2}(?:-preview(?:\.\d{1,2})?)?$/, 'A version such as 7.1 or 7.1-preview.4')
      .optional(),
    body: z.string().max(200_000, 'At most 200,000 characters').optional(),
    contentType: z.enum(contentTypes).default('application/json'),
  })
  .refine(({ method, body }) => method !== 'GET' || body === undefined, {
    path: ['body'],
    message: 'A GET has no body',
  })
export type ConsoleRequestInput = z.input<typeof consoleRequest>
export type ConsoleRequest = z.output<typeof consoleRequest>

/** For so long the console may write, once it was allowed to. */
export const writesMinutes = 15

export const writesInput = z.object({ allowed: z.boolean() })

/** Until when the console may write, ISO 8601; nothing where it may not. */
export interface Writes {
  readonly until?: string
}

/** What an error answer means, in the words of the catalog. */
export interface ConsoleProblem {
  readonly code: string
  readonly title: string
  readonly cause: string
  readonly remedy: string
}

/** An answer as it may be shown: without cookies and without what would let somebody sign in. */
export interface ConsoleAnswer {
  readonly method: ConsoleMethod
  /** With the api-version that was sent. */
  readonly url: string
  readonly status: number
  readonly headers: readonly Evidence[]
  /** Nothing of a binary answer; otherwise at most `shownAtMost` characters. */
  readonly text: string
  readonly form: 'json' | 'text' | 'binary' | 'empty'
  /** Characters that came. */
  readonly length: number
  readonly isCut: boolean
  /** Something in the text looked like a credential and was taken out. */
  readonly isRedacted: boolean
  /** ISO 8601. */
  readonly at: string
  /** From sending to the last character, without the token; of the last try, where a token was replaced. */
  readonly durationMs: number
  /** Entra ID's part, where a token was needed first. */
  readonly tokenMs?: number
  readonly problem?: ConsoleProblem
}
