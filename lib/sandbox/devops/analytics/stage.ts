import 'server-only'
import {
  type Column,
  columnOf,
  type EdmType,
  type EntityType,
  jsonOf,
  type Selection,
  scopeOf,
  writerOf,
} from './entity'
import { functionUnknown, propertyUnknown } from './errors'
import { compile, type Reader, type Scope } from './evaluate'
import type { Value } from './expression'
import type { Aggregation, Step } from './options'

/** Rows on their way through `$apply`, and what is known of them. */
export interface Stage<Row> {
  readonly rows: Iterable<Row>
  readonly scope: Scope<Row>
  readonly columnOf: (names: readonly string[]) => Column<Row> | undefined
  readonly write: (row: Row) => Record<string, unknown>
}

export const stageOf = <Row>(type: EntityType<Row>, rows: Iterable<Row>, selection: Selection): Stage<Row> => ({
  rows,
  scope: scopeOf(type),
  columnOf: (names) => columnOf(type, names),
  write: writerOf(type, selection),
})

export function* filtered<Row>(rows: Iterable<Row>, test: Reader<Row>): Iterable<Row> {
  for (const row of rows) if (test(row) === true) yield row
}

/** A row of an aggregation, by the paths of its columns. */
type Group = ReadonlyMap<string, Value>

interface NamedColumn<Row> extends Column<Row> {
  readonly names: readonly string[]
}

function columnFor<Row>(stage: Stage<Row>, names: readonly string[]): NamedColumn<Row> {
  const column = stage.columnOf(names)
  if (!column) throw propertyUnknown(names.join('/'), stage.scope.typeName)
  return { ...column, names }
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** How the values of a group become one; a group without any has none. */
const methods: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum: total,
  average: (values) => total(values) / values.length,
  min: (values) => values.reduce((least, value) => Math.min(least, value)),
  max: (values) => values.reduce((most, value) => Math.max(most, value)),
}

interface Aggregator<Row> {
  readonly alias: string
  readonly type: EdmType
  readonly of: (rows: readonly Row[]) => Value
}

function aggregatorOf<Row>(stage: Stage<Row>, { alias, names, method }: Aggregation): Aggregator<Row> {
  if (names === undefined) return { alias, type: 'Edm.Int32', of: (rows) => rows.length }
  const { read, type } = columnFor(stage, names)
  const reduce = methods[method]
  if (!reduce) throw functionUnknown(method)
  return {
    alias,
    type: method === 'average' ? 'Edm.Double' : type,
    of(rows) {
      const values = rows.map(read).filter((value) => value !== null)
      return values.length === 0 ? null : reduce(values.map(Number))
    },
  }
}

/** Values come from JSON's world, so a text of them tells two groups apart. */
function grouped<Row>(rows: Iterable<Row>, keys: readonly NamedColumn<Row>[]): Iterable<readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = JSON.stringify(keys.map(({ read }) => read(row)))
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups.values()
}

/** `Area/AreaPath` stands in an object of its own: `{"Area":{"AreaPath":…}}`. */
function writeGroup(group: Group, columns: readonly NamedColumn<Group>[]): Record<string, unknown> {
  const written: Record<string, Record<string, unknown>> = {}
  const flat: Record<string, unknown> = {}
  for (const { names, type, read } of columns) {
    const [name = '', ...rest] = names
    const value = jsonOf(read(group), type)
    if (rest.length === 0) flat[name] = value
    else written[name] = { ...written[name], [rest.join('/')]: value }
  }
  return { '@odata.id': null, ...flat, ...written }
}

/** The rows of `groupby` and `aggregate`; without keys there is one row for all. */
function aggregated<Row>(stage: Stage<Row>, keys: readonly (readonly string[])[], wanted: readonly Aggregation[]) {
  const keyColumns = keys.map((names) => columnFor(stage, names))
  const aggregators = wanted.map((one) => aggregatorOf(stage, one))
  const columns: NamedColumn<Group>[] = [
    ...keyColumns.map(({ names, type }) => ({ names, type })),
    ...aggregators.map(({ alias, type }) => ({ names: [alias], type })),
  ].map(({ names, type }) => ({ names, type, read: (group) => group.get(names.join('/')) ?? null }))
  function* rows(): Iterable<Group> {
    for (const members of grouped(stage.rows, keyColumns)) {
      const [first] = members
      if (first === undefined) continue
      yield new Map([
        ...keyColumns.map(({ names, read }) => [names.join('/'), read(first)] as const),
        ...aggregators.map(({ alias, of }) => [alias, of(members)] as const),
      ])
    }
  }
  const columnAt = (names: readonly string[]) => columns.find((column) => column.names.join('/') === names.join('/'))
  const next: Stage<Group> = {
    rows: rows(),
    scope: { typeName: stage.scope.typeName, read: (names) => columnAt(names)?.read, some: () => undefined },
    columnOf: columnAt,
    write: (group) => writeGroup(group, columns),
  }
  return next
}

/** Takes the rows through the steps of `$apply` and hands what comes out to `finish`, whatever its rows are then. */
export function throughSteps<Row, Result>(
  stage: Stage<Row>,
  [step, ...later]: readonly Step[],
  finish: <Last>(last: Stage<Last>) => Result,
): Result {
  if (step === undefined) return finish(stage)
  if (step.kind === 'aggregate') return throughSteps(aggregated(stage, step.keys, step.aggregations), later, finish)
  const rows = filtered(stage.rows, compile(step.condition, stage.scope))
  return throughSteps({ ...stage, rows }, later, finish)
}
