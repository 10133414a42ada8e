import 'server-only'

export interface Cancellable {
  readonly signal?: AbortSignal | undefined
}

export interface OfProject extends Cancellable {
  /** Name or ID. */
  readonly project: string
}
