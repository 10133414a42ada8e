export interface CatalogEntry {
  /** The HTTP status of the problem document that carries this code. */
  readonly status: number
  /** What is wrong, in the words of the person who reads it. */
  readonly title: string
  /** Why it happens. */
  readonly cause: string
  /** What to do about it, as an instruction. */
  readonly remedy: string
  /** The setup step (1–6) that mends it, where one does. */
  readonly step?: SetupStep
}

export type SetupStep = 1 | 2 | 3 | 4 | 5 | 6
