import type { CatalogEntry } from './index'

export const azureDevOpsErrors = {} as const satisfies Record<string, CatalogEntry>
