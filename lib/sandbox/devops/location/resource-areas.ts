import 'server-only'
import type { Service } from '../protocol/hosts'

interface ResourceArea {
  readonly id: string
  readonly name: string
  /** Where its resources are; `dev.azure.com` unless given. */
  readonly service?: Service
}

/** Areas that have resources here, with the IDs by which clients look for them. */
export const resourceAreas: readonly ResourceArea[] = [
  { id: '79134c72-4a58-4b42-976c-04e7115f32bf', name: 'core' },
  { id: '5264459e-e5e0-4bd8-b118-0985e68a4ec5', name: 'wit' },
]
