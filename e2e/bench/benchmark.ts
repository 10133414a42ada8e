/** One line of the result: figures of ours and of the peer, and what we aim at. */
export interface Benchmark {
  readonly name: string
  readonly goal: string
  readonly [figure: string]: string | number | Readonly<Record<string, number>>
}
