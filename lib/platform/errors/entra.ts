import type { CatalogEntry } from './index'

export const entraErrors = {} as const satisfies Record<string, CatalogEntry>
