import 'server-only'
import type { Service } from './hosts'

/** A row of what `OPTIONS _apis` answers: where a resource is and in which versions. */
export interface Resource {
  readonly id: string
  readonly area: string
  readonly resourceName: string
  readonly routeTemplate: string
  readonly resourceVersion: number
  readonly minVersion: string
  readonly maxVersion: string
  /** `0.0`: every version is a preview. */
  readonly releasedVersion: string
  readonly service: Service | 'each'
}

/** The latest version that the service has. */
export const latestVersion = '7.2'
const released = '7.1'

interface Row extends Pick<Resource, 'id' | 'area' | 'resourceName' | 'routeTemplate' | 'resourceVersion'> {
  /** Where it is; `dev.azure.com` unless given. */
  readonly service?: Resource['service']
}

/** A resource that is released. */
export const resource = (row: Row, minVersion = '1.0'): Resource => ({
  service: 'dev.azure.com',
  ...row,
  minVersion,
  maxVersion: latestVersion,
  releasedVersion: released,
})

/** A resource that is a preview in every version. */
export const preview = (row: Row, minVersion = '1.0'): Resource => ({
  ...resource(row, minVersion),
  releasedVersion: '0.0',
})
