import 'server-only'
import { parseArgs } from 'node:util'
import { type LimitMode, limitModes } from '../limits/mode'

export interface StandaloneOptions {
  /** Port of the proxy; 0 lets the system choose. */
  readonly port: number
  readonly items: number
  /** About how many revisions a work item has on average. */
  readonly revisions?: number
  readonly seed: number
  /** Milliseconds to wait before each answer. */
  readonly latency: number
  /** How strictly the organization paces its callers; `off` unless given. */
  readonly limits?: LimitMode
  /** One line per request on stderr. */
  readonly log: boolean
}

const numbers = {
  port: { fallback: 0, least: 0, most: 65_535 },
  items: { fallback: 2000, least: 0, most: 1_000_000 },
  revisions: { fallback: 5, least: 4, most: 50 },
  seed: { fallback: 1, least: 0, most: 2_147_483_647 },
  latency: { fallback: 0, least: 0, most: 60_000 },
} as const

function numberOf(name: keyof typeof numbers, text: string | undefined): number {
  const { fallback, least, most } = numbers[name]
  if (text === undefined) return fallback
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new Error(`--${name} must be a whole number from ${least} to ${most}.`)
}

function limitsOf(text: string = 'off'): LimitMode {
  const mode = limitModes.find((one) => one === text)
  if (!mode) throw new Error(`--limits must be one of ${limitModes.join(', ')}.`)
  return mode
}

const text = { type: 'string' } as const

function parse(args: readonly string[]) {
  const options = {
    port: text,
    items: text,
    revisions: text,
    seed: text,
    latency: text,
    limits: text,
    log: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    throw new Error(
      'Usage: npm run sandbox -- [--port N] [--items N] [--revisions N] [--seed N] [--latency MS] [--limits MODE] [--log]',
      { cause },
    )
  }
}

/**
 * Reads the command line of the sandbox.
 * @throws Error with one sentence for the person
 */
export function readOptions(args: readonly string[]): StandaloneOptions {
  const values = parse(args)
  return {
    port: numberOf('port', values.port),
    items: numberOf('items', values.items),
    revisions: numberOf('revisions', values.revisions),
    seed: numberOf('seed', values.seed),
    latency: numberOf('latency', values.latency),
    limits: limitsOf(values.limits),
    log: values.log ?? false,
  }
}
