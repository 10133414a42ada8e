import 'server-only'
import type { Outcome } from './examine'
import { explains, knownDifferences } from './known-differences'

const areaOf = ({ call }: Outcome): string => call.split('_apis/')[1]?.split(/[/?]/)[0]?.toLowerCase() ?? ''

const count = (outcomes: readonly Outcome[], verdict: Outcome['verdict']): number =>
  new Set(outcomes.filter((one) => one.verdict === verdict).map(({ call, operation }) => operation || call)).size

const operationsIn = (outcomes: readonly Outcome[]): number =>
  new Set(outcomes.flatMap(({ operation }) => operation || [])).size

/** Of one version: by area how many operations were called, and how they answered; then each known difference. */
export function tableOf(version: string, outcomes: readonly Outcome[]): string {
  const areas = [...new Set(outcomes.map(areaOf))].map((area): [string, Outcome[]] => [
    area,
    outcomes.filter((one) => areaOf(one) === area),
  ])
  const rows = [...areas, ['all', outcomes] as const].map(([area, own]) =>
    [
      area.padEnd(28),
      ...[operationsIn(own), count(own, 'passed'), count(own, 'different'), count(own, 'not emulated')].map((number) =>
        String(number).padStart(9),
      ),
    ].join(''),
  )
  const known = knownDifferences
    .filter((one) => outcomes.some((outcome) => outcome.findings.some((found) => explains(one, outcome, found))))
    .map(({ operation, finding, because }) => `  ${operation} ${finding} (${because})`)
  const head =
    `OpenAPI ${version}`.padEnd(28) +
    ['called', 'passed', 'different', 'without'].map((name) => name.padStart(9)).join('')
  return [head, ...rows, 'knowingly different:', ...known].join('\n')
}
