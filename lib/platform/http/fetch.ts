import 'server-only'

/** As much of a Response as we use: every answer is a text, read to its end. */
type FetchAnswer = Pick<Response, 'status' | 'headers' | 'text'>

/**
 * The seam to the network. Production uses `networkFetch`, a sandbox connection the sandbox itself, a test whatever
 * fault it wants to see.
 */
export type Fetch = (request: Request) => Promise<FetchAnswer>
