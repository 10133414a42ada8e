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
  /** The setting of a connection to look at, by its name. */
  readonly field?: string
  /** Who can mend it. Absent: the person who reads it. */
  readonly owner?: Owner
}

/** An operator runs this server: its network, its clock, its proxy. */
export type Owner =
  | 'entra administrator'
  | 'collection administrator'
  | 'key vault administrator'
  | 'operator'
  | 'microsoft'

export type SetupStep = 1 | 2 | 3 | 4 | 5 | 6
