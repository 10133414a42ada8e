import 'server-only'

/**
 * The seam to the network. Production uses `networkFetch`, a sandbox connection the sandbox itself, a test whatever
 * fault it wants to see.
 */
export type Fetch = (request: Request) => Promise<Response>
