import 'server-only'
import { z } from 'zod'

/** The parts of Azure DevOps' answers that we rely on; what else they hold is left out. */

export const connectionDataAnswer = z.object({
  instanceId: z.string().optional(),
  authenticatedUser: z.object({
    id: z.string(),
    descriptor: z.string().optional(),
    subjectDescriptor: z.string().optional(),
    providerDisplayName: z.string().optional(),
  }),
})

/** What a service tells of its resources under `OPTIONS _apis`. */
export const resourceLocationsAnswer = z.object({
  value: z.array(
    z.object({
      area: z.string().nullish(),
      resourceName: z.string(),
      routeTemplate: z.string(),
      resourceVersion: z.number(),
      minVersion: z.string(),
      maxVersion: z.string(),
      releasedVersion: z.string(),
    }),
  ),
})

export const entitlementAnswer = z.object({
  accessLevel: z.object({
    /** `stakeholder`, `express` (Basic), `advanced` (Basic + Test Plans), … */
    accountLicenseType: z.string().optional(),
    licenseDisplayName: z.string().optional(),
    status: z.string().optional(),
  }),
})

export const projectsAnswer = z.object({
  value: z.array(z.object({ id: z.string(), name: z.string(), state: z.string().optional() })),
})
export type TeamProject = z.infer<typeof projectsAnswer>['value'][number]

export const workItemTypesAnswer = z.object({
  value: z.array(
    z.object({
      name: z.string(),
      referenceName: z.string().optional(),
      description: z.string().nullish(),
      /** RGB in hex, without #. */
      color: z.string().nullish(),
      isDisabled: z.boolean().optional(),
      states: z
        .array(z.object({ name: z.string(), color: z.string().nullish(), category: z.string().nullish() }))
        .optional(),
    }),
  ),
})

export const fieldsAnswer = z.object({
  value: z.array(
    z.object({
      name: z.string(),
      referenceName: z.string(),
      description: z.string().nullish(),
      type: z.string(),
      readOnly: z.boolean().optional(),
      canSortBy: z.boolean().optional(),
      isQueryable: z.boolean().optional(),
      isIdentity: z.boolean().optional(),
      isPicklist: z.boolean().optional(),
      supportedOperations: z.array(z.object({ referenceName: z.string(), name: z.string().optional() })).optional(),
    }),
  ),
})

/** The folders at the top, with what is in them one level down. */
export const queriesAnswer = z.object({
  value: z.array(
    z.object({ id: z.string(), name: z.string(), children: z.array(z.object({ name: z.string() })).default([]) }),
  ),
})

export const teamIterationsAnswer = z.object({
  value: z.array(
    z
      .object({
        name: z.string(),
        path: z.string(),
        attributes: z.object({ timeFrame: z.string().optional() }).optional(),
      })
      .transform(({ attributes, ...iteration }) => ({ ...iteration, timeFrame: attributes?.timeFrame })),
  ),
})

export const repositoriesAnswer = z.object({ value: z.array(z.object({ id: z.string(), name: z.string() })) })

export const buildsAnswer = z.object({
  value: z.array(
    z.object({ id: z.number(), buildNumber: z.string(), status: z.string().optional(), result: z.string().optional() }),
  ),
})

/** A node of the tree of areas, with those below it. */
export interface AreaNode {
  /** GUID */
  readonly identifier: string
  readonly name: string
  readonly children: readonly AreaNode[]
}

export const areaNode: z.ZodType<AreaNode> = z.lazy(() =>
  z.object({ identifier: z.string(), name: z.string(), children: z.array(areaNode).default([]) }),
)

/** In the order of the questions. */
export const permissionsAnswer = z.object({ evaluations: z.array(z.object({ value: z.boolean() })) })

export const membershipsAnswer = z.object({ value: z.array(z.object({ containerDescriptor: z.string() })) })

export const subjectsAnswer = z.object({
  value: z.record(z.string(), z.object({ principalName: z.string().nullish() }).nullish()),
})

const fieldReference = z.object({ referenceName: z.string(), name: z.string() })
const workItemReference = z.object({ id: z.number().int() })

export const wiqlAnswer = z.object({
  queryType: z.enum(['flat', 'tree', 'oneHop']),
  /** The instant for which the answer holds. */
  asOf: z.string(),
  columns: z.array(fieldReference).default([]),
  sortColumns: z.array(z.object({ field: fieldReference, descending: z.boolean() })).default([]),
  /** Of a flat query. */
  workItems: z.array(workItemReference).default([]),
  /** Of a tree or one-hop query. Roots have neither `rel` nor `source`. */
  workItemRelations: z
    .array(
      z.object({ rel: z.string().nullish(), source: workItemReference.nullish(), target: workItemReference.nullish() }),
    )
    .default([]),
})

/** A work item as a batch gives it. */
export interface WorkItemInBatch {
  readonly id: number
  readonly rev: number
  /** By reference name. A person is an object, an empty field is absent. */
  readonly fields: Readonly<Record<string, unknown>>
}

/**
 * Checks what we rely on and copies nothing: work items come by the ten thousand, and building each one anew from a
 * schema of its fields would cost several times as much as reading it from JSON.
 */
function isWorkItem(value: unknown): value is WorkItemInBatch {
  if (typeof value !== 'object' || value === null) return false
  return (
    'id' in value &&
    typeof value.id === 'number' &&
    'rev' in value &&
    typeof value.rev === 'number' &&
    'fields' in value &&
    typeof value.fields === 'object' &&
    value.fields !== null
  )
}

const isWorkItemOrGap = (value: unknown): value is WorkItemInBatch | null => value === null || isWorkItem(value)

/** With `errorPolicy: omit` an item that is gone or may not be read is null. */
export const workItemsBatchAnswer = z.object({
  value: z.custom<readonly (WorkItemInBatch | null)[]>((value) => Array.isArray(value) && value.every(isWorkItemOrGap)),
})

/** One work item whole; what is not listed here is kept as it came. */
export const workItemAnswer = z.looseObject({
  id: z.number().int(),
  rev: z.number().int(),
  fields: z.record(z.string(), z.unknown()),
  relations: z
    .array(
      z.object({
        rel: z.string(),
        url: z.string(),
        attributes: z.object({ name: z.string().optional(), comment: z.string().optional() }).optional(),
      }),
    )
    .nullish(),
  _links: z.object({ html: z.object({ href: z.string() }).optional() }).nullish(),
})
export type WorkItem = z.output<typeof workItemAnswer>
