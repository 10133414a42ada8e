import 'server-only'

export interface File {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Without quotes and control characters. */
  readonly fileName: string
  readonly contentType: string
}

/** A file to be saved, and never shown as a page of ours. */
export const fileResponse = ({ bytes, fileName, contentType }: File): Response =>
  new Response(bytes, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  })
