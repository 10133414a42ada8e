import type { Variant } from './variant'

export interface Examined {
  readonly group: string
  readonly variant: Variant
  /** “read”, the code of the refusal, or why it was not tried. */
  readonly outcome: string
}

const row = ({ variant: { what, file, keyFile }, outcome }: Examined): string =>
  `  ${what.padEnd(54)} ${[file, keyFile].filter(Boolean).join(' + ').padEnd(44)} ${outcome}`

/** Prints every variant with what became of it, once, by group. */
export function printTable(examined: readonly Examined[]): void {
  const groups = [...new Set(examined.map(({ group }) => group))]
  const read = examined.filter(({ outcome }) => outcome === 'read').length
  console.log(
    [
      `Certificate files ${examined.length}: read ${read}, refused ${examined.filter(({ outcome }) => outcome.includes('_')).length}`,
      ...groups.flatMap((group) => [group, ...examined.filter((one) => one.group === group).map(row)]),
    ].join('\n'),
  )
}
