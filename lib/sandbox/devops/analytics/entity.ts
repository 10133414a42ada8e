import 'server-only'
import { dateText } from '../wit/render'
import { propertyUnknown } from './errors'
import { compile, type Reader, type Scope } from './evaluate'
import type { Expression, Value } from './expression'

export type EdmType = 'Edm.String' | 'Edm.Int32' | 'Edm.Double' | 'Edm.Boolean' | 'Edm.DateTimeOffset' | 'Edm.Guid'

export interface Column<Row> {
  readonly type: EdmType
  readonly read: Reader<Row>
}

export interface Property<Row> extends Column<Row> {
  readonly name: string
}

/** What `$select` and `$expand` ask for; without `properties` all of them. */
export interface Selection {
  readonly properties: readonly string[] | undefined
  readonly expand: readonly { readonly name: string; readonly selection: Selection }[]
}

/** A way from one entity to another. What stands at its end is known only to the functions in it. */
export interface Navigation<Row> {
  readonly name: string
  readonly target: string
  readonly isCollection: boolean
  readonly column: (names: readonly string[]) => Column<Row> | undefined
  readonly some: (variable: string, condition: Expression | undefined) => (row: Row) => boolean
  readonly render: (selection: Selection) => (row: Row) => unknown
}

export interface EntityType<Row> {
  readonly name: string
  readonly key: string
  readonly properties: readonly Property<Row>[]
  readonly navigations: readonly Navigation<Row>[]
}

export const property = <Row>(name: string, type: EdmType, read: (row: Row) => Value | undefined): Property<Row> => ({
  name,
  type,
  read: (row) => read(row) ?? null,
})

/** The column at the end of a path such as `Area/AreaPath`. */
export function columnOf<Row>(type: EntityType<Row>, [first, ...rest]: readonly string[]): Column<Row> | undefined {
  if (rest.length === 0) return type.properties.find(({ name }) => name === first)
  return type.navigations.find(({ name }) => name === first)?.column(rest)
}

export const scopeOf = <Row>(type: EntityType<Row>): Scope<Row> => ({
  typeName: type.name,
  read: (names) => columnOf(type, names)?.read,
  some: ([name, ...rest], variable, condition) =>
    rest.length === 0
      ? type.navigations.find((one) => one.name === name && one.isCollection)?.some(variable, condition)
      : undefined,
})

/** Inside `any(t:t/…)` a name begins with the variable. */
function scopeUnder<Row>(type: EntityType<Row>, variable: string): Scope<Row> {
  const scope = scopeOf(type)
  return { ...scope, read: ([first, ...rest]) => (first === variable ? scope.read(rest) : undefined) }
}

export const toOne = <Row, Target>(
  name: string,
  target: EntityType<Target>,
  follow: (row: Row) => Target | undefined,
): Navigation<Row> => ({
  name,
  target: target.name,
  isCollection: false,
  column(names) {
    const column = columnOf(target, names)
    if (!column) return undefined
    const read: Reader<Row> = (row) => {
      const entity = follow(row)
      return entity === undefined ? null : column.read(entity)
    }
    return { type: column.type, read }
  },
  some: () => () => false,
  render(selection) {
    const write = writerOf(target, selection)
    return (row) => {
      const entity = follow(row)
      return entity === undefined ? null : write(entity)
    }
  },
})

export const toMany = <Row, Target>(
  name: string,
  target: EntityType<Target>,
  follow: (row: Row) => readonly Target[],
): Navigation<Row> => ({
  name,
  target: target.name,
  isCollection: true,
  column: () => undefined,
  some(variable, condition) {
    if (!condition) return (row) => follow(row).length > 0
    const test = compile(condition, scopeUnder(target, variable))
    return (row) => follow(row).some((entity) => test(entity) === true)
  },
  render(selection) {
    const write = writerOf(target, selection)
    return (row) => follow(row).map(write)
  },
})

export const jsonOf = (value: Value, type: EdmType): Value =>
  type === 'Edm.DateTimeOffset' && value !== null ? dateText(Number(value)) : value

function navigationOf<Row>(type: EntityType<Row>, name: string): Navigation<Row> {
  const found = type.navigations.find((one) => one.name === name)
  if (!found) throw propertyUnknown(name, type.name)
  return found
}

function selected<Row>(type: EntityType<Row>, names: readonly string[] | undefined): readonly Property<Row>[] {
  for (const name of names ?? []) if (!columnOf(type, [name])) throw propertyUnknown(name, type.name)
  return names ? type.properties.filter(({ name }) => names.includes(name)) : type.properties
}

/** Writes an entity as an object, its properties in their own order and what is expanded behind them. */
export function writerOf<Row>(type: EntityType<Row>, { properties, expand }: Selection) {
  const columns = selected(type, properties)
  const expanded = expand.map(({ name, selection }) => [name, navigationOf(type, name).render(selection)] as const)
  return (row: Row): Record<string, unknown> => ({
    ...Object.fromEntries(columns.map(({ name, type: edm, read }) => [name, jsonOf(read(row), edm)])),
    ...Object.fromEntries(expanded.map(([name, render]) => [name, render(row)])),
  })
}
