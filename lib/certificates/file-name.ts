import 'server-only'

/** Every character that a header or some file system would trip over becomes a hyphen. */
export const fileNameOf = (name: string): string =>
  name.replace(/[^\w.-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'certificate'
