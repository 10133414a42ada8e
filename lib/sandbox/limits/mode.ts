import 'server-only'

export const limitModes = ['off', 'realistic', 'harsh'] as const

/** How strictly the organization paces its callers. */
export type LimitMode = (typeof limitModes)[number]
