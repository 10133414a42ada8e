import 'server-only'
import type { createFields } from './fields'
import { linksBefore } from './links'
import type { FieldValue, Iteration, Link, Project, TreeNode, WorkItem, WorkItemType } from './model'
import { type Population, subjectOf } from './population'

export interface Source {
  readonly population: Population
  readonly fields: ReturnType<typeof createFields>
}

/**
 * A revision of a seeded item: no more than its place in the lists, from which everything is read when it is asked for.
 * A class, because a query passes a million of these.
 */
export class SeededWorkItem implements WorkItem {
  private knownLinks: readonly Link[] | undefined

  constructor(
    private readonly source: Source,
    readonly id: number,
    private readonly row: number,
  ) {}

  get rev(): number {
    return this.row - (this.source.population.firstRow[this.id] ?? 0) + 1
  }

  get project(): Project {
    return subjectOf(this.source.population, this.id).planned.project
  }

  get type(): WorkItemType {
    return subjectOf(this.source.population, this.id).type
  }

  get subject(): string {
    return subjectOf(this.source.population, this.id).subject
  }

  get area(): TreeNode {
    const { areas } = this.project
    return areas[this.source.population.area[this.id] ?? 0] ?? areas[0]
  }

  get iteration(): Iteration {
    const { iterations } = this.project
    return iterations[this.source.population.rows.get(this.row, 'iteration')] ?? iterations[0]
  }

  get links(): readonly Link[] {
    this.knownLinks ??= this.readLinks()
    return this.knownLinks
  }

  private readLinks(): readonly Link[] {
    const { rows, firstRow } = this.source.population
    const isLatest = this.row + 1 === firstRow[this.id + 1]
    const end = isLatest ? Number.POSITIVE_INFINITY : rows.instant(this.row + 1)
    return linksBefore(end, this.source.population, this.id)
  }

  field(referenceName: string): FieldValue | undefined {
    return this.source.fields(referenceName, this.id, this.row)
  }
}
