import 'server-only'

/** A call that the contract is tried with: method and address behind the organization, `{name}` for what is known by then. */
export interface ExampleCall {
  readonly call: string
  readonly body?: unknown
  /** The content type of the body; `application/json` unless given. */
  readonly as?: string
  /** What later calls need of the answer: name and where it stands, as in `value.0.id`. */
  readonly keep?: Readonly<Record<string, string>>
}

/** A call that is no more than its address. */
export const plain = (calls: readonly string[]): ExampleCall[] => calls.map((call) => ({ call }))
