import 'server-only'

/** The emulated organization, as it is; how it is told over HTTP is not its concern. */
export interface World {
  readonly id: string
  readonly people: readonly Person[]
  readonly projects: readonly Project[]
  readonly workItems: SeededWorkItems
}

export interface Person {
  readonly id: string
  readonly displayName: string
  readonly uniqueName: string
  readonly descriptor: string
}

export interface Team {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly members: readonly Person[]
}

export interface Project {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly process: Process
  /** Private unless it says otherwise. */
  readonly visibility?: 'private' | 'public' | 'organization'
  readonly revision: number
  readonly lastUpdateTime: number
  /** The first is the default team. */
  readonly teams: readonly [Team, ...Team[]]
  readonly areas: readonly [TreeNode, ...TreeNode[]]
  readonly iterations: readonly [Iteration, ...Iteration[]]
}

/** A node of the area or iteration tree; lists of nodes begin with the root, parents before children. */
export interface TreeNode {
  readonly id: number
  readonly identifier: string
  readonly name: string
  /** As a field holds it: `Project\Parent\Name`. */
  readonly path: string
}

/** Dates are midnights in UTC; nodes that only group have none. */
export interface Iteration extends TreeNode {
  readonly startDate?: number
  readonly finishDate?: number
}

export interface Process {
  readonly id: string
  readonly name: 'Agile' | 'Scrum' | 'Basic'
  readonly workItemTypes: readonly WorkItemType[]
}

export type StateCategory = 'Proposed' | 'InProgress' | 'Resolved' | 'Completed' | 'Removed'

export interface State {
  readonly name: string
  readonly category: StateCategory
  /** Why an item came here, when it came the usual way. */
  readonly reason: string
  /** Why else. */
  readonly otherReasons?: readonly string[]
  /** Why an item came back here, by the name of the later state that it had reached. */
  readonly returns?: Readonly<Record<string, string>>
}

/** What kind of work a type stands for, whatever the process calls it. */
export type Level = 'epic' | 'feature' | 'requirement' | 'task' | 'bug' | 'issue'

export interface WorkItemType {
  readonly name: string
  readonly referenceName: string
  readonly description: string
  readonly level: Level
  readonly color: string
  readonly icon: string
  /** For example `Microsoft.EpicCategory`. */
  readonly category: string
  /** In the order in which work passes through them; `Removed` comes last. */
  readonly states: readonly [State, ...State[]]
  /** Reference names of the fields it has besides those that every type has. */
  readonly fields: ReadonlySet<string>
}

/** A date is a number: milliseconds since 1970. An empty field has no value. */
export type FieldValue = string | number | boolean | Person

export interface Link {
  readonly rel: string
  /** A work item, or an address. */
  readonly target: number | string
  readonly comment?: string
  /** What else is told of a file, page or artifact: its name, its dates. */
  readonly attributes?: Readonly<Record<string, string | number>>
}

/** A work item as one of its revisions left it. */
export interface WorkItem {
  readonly id: number
  readonly rev: number
  readonly project: Project
  readonly type: WorkItemType
  /** What it is about, in a few words; long texts are written from it when somebody reads them. */
  readonly subject: string
  readonly area: TreeNode
  readonly iteration: Iteration
  readonly links: readonly Link[]
  /** A value by its reference name; what can be told from other members, or is written when read, is not among them. */
  field(referenceName: string): FieldValue | undefined
}

/** The work items that the organization began with, each with its history. None of them ever changes. */
export interface SeededWorkItems {
  /** Their IDs go from 1 to this. */
  readonly count: number
  /** As its last revision left it. */
  latest(id: number): WorkItem | undefined
  /** The first one first, the last one as `latest` has it; none for an unknown ID. */
  revisions(id: number): readonly WorkItem[]
  readonly changes: Changes
  /** The tags that there are, by the ID of their project; found without looking at every item. */
  tags(): ReadonlyMap<string, readonly SeededTag[]>
}

export interface SeededTag {
  readonly name: string
  /** When the oldest item that has it got it, in milliseconds since 1970. */
  readonly since: number
}

/**
 * Every revision of every work item the organization began with, in the order in which they came about; those of one
 * instant by ID. A position is what watermarks and continuation tokens count. The links between two items carry no
 * time of their own: they exist from the creation of the younger item, which is the one with the greater ID.
 */
export interface Changes {
  readonly count: number
  /** Nothing, unless the position is a whole number from 0 to below `count`. */
  at(position: number): { readonly id: number; readonly rev: number } | undefined
  /** Nothing for an unknown revision. */
  positionOf(id: number, rev: number): number | undefined
  /** The first position at or after that instant (milliseconds since 1970); `count`, if nothing happened since. */
  firstSince(instant: number): number
}
