/**
 * `npm run bench` – how fast Certboard is, always next to a peer in the same run, because machines differ and a ratio
 * does not. Prints a table, or with `--json` one JSON object. Nothing here passes or fails; read the goals beside it.
 */
import { assertionSigning } from './assertion-signing'
import type { Benchmark } from './benchmark'
import { connectionTest } from './connection-test'
import { read20k } from './read-20k'
import { sandboxBatch } from './sandbox-batch'
import { tokenSingleFlight } from './token-single-flight'

const print = ({ name, goal, ...figures }: Benchmark) => {
  console.log(`\n${name}   (goal: ${goal})`)
  console.table(figures)
}

const asJson = process.argv.includes('--json')
const benchmarks: Benchmark[] = []
for (const run of [assertionSigning, tokenSingleFlight, connectionTest, read20k, sandboxBatch]) {
  const benchmark = await run()
  benchmarks.push(benchmark)
  if (!asJson) print(benchmark)
}
if (asJson) console.log(JSON.stringify({ benchmarks }))
