import 'server-only'
import type { ExampleCall } from '../example-call'

/** A recorded pair, and the call by which the sandbox is asked the same. */
export interface Pair extends ExampleCall {
  /** File, beginning of the blob, index; empty for a call that only makes what later ones need. */
  readonly recorded: string
  /** Who asks, if it is not a member who may do everything. */
  readonly caller?: 'out of scope' | 'stranger'
}

/** A pair whose call has no body. */
export const pair = (recorded: string, call: string, rest: Partial<Pair> = {}): Pair => ({ ...rest, recorded, call })

/** A call without a recording, which makes what later pairs need. */
export const prepare = (call: string, rest: Partial<Pair>): Pair => ({ ...rest, recorded: '', call })
