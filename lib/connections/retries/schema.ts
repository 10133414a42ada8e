/**
 * What a retry policy comes to when Azure DevOps answers in a certain way: the waits that the transport would make, by
 * the rules by which it makes them. Client-safe, so a form shows them as somebody types.
 */
import { pauseAskedBy, secondsBeforeRetry } from '#lib/platform/azure-devops/retries/schema'
import type { RetryPolicy } from '#lib/platform/azure-devops/schema'
import { retryAfterOf } from '#lib/platform/http/schema'

/** One answer; without a status the connection is lost. */
export interface SimulatedAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

interface Scenario {
  readonly label: string
  /** In their order; the last one again and again. */
  readonly answers: readonly [SimulatedAnswer, ...SimulatedAnswer[]]
}

export const scenarios = {
  throttled: {
    label: '429 with Retry-After 30, then 200',
    answers: [{ status: 429, headers: { 'retry-after': '30' } }, { status: 200 }],
  },
  unavailable: {
    label: '503 three times, then 200',
    answers: [{ status: 503 }, { status: 503 }, { status: 503 }, { status: 200 }],
  },
  reset: { label: 'Connection reset, each time', answers: [{}] },
  refused: { label: '401, each time', answers: [{ status: 401 }] },
  slowed: {
    label: '200 with X-RateLimit-Delay 10',
    answers: [{ status: 200, headers: { 'x-ratelimit-delay': '10' } }],
  },
} as const satisfies Record<string, Scenario>
export type ScenarioId = keyof typeof scenarios

/** `policy` computed it, `retry-after` is the server's wish for this request, `pace` its wish for the connection. */
export interface SimulatedWait {
  readonly by: 'policy' | 'retry-after' | 'pace'
  readonly seconds: number
}

export interface SimulatedTry {
  /** Seconds after the first one. */
  readonly at: number
  readonly status?: number
  /** What follows it; a refused token is replaced once, which no policy counts. */
  readonly next: 'retry' | 'new token' | 'answered' | 'given up'
  readonly waits: readonly SimulatedWait[]
}

interface Simulation {
  readonly tries: readonly SimulatedTry[]
  /** Seconds for which all other requests of the connection are held after the last answer. */
  readonly heldSeconds: number
}

interface Moment {
  /** Seconds after the first try. */
  readonly at: number
  /** Until then nothing is sent. */
  readonly openAt: number
  readonly retries: number
  /** This is the second token of one try. */
  readonly renewed: boolean
}

type Decision = Pick<SimulatedTry, 'next'> & { readonly wait?: SimulatedWait }

const headersOf = ({ headers }: SimulatedAnswer) => new Headers(headers)
const clockOf =
  ({ at }: Moment) =>
  () =>
    at * 1000

function decide(policy: RetryPolicy, answer: SimulatedAnswer, moment: Moment, random: () => number): Decision {
  const { status } = answer
  if (status === 401 && !moment.renewed) return { next: 'new token' }
  if (status !== undefined && status < 400) return { next: 'answered' }
  const retryAfter = retryAfterOf(headersOf(answer), clockOf(moment))
  const seconds = secondsBeforeRetry(policy, moment.retries, { status, retryAfter, random })
  if (seconds === undefined) return { next: 'given up' }
  return { next: 'retry', wait: { by: retryAfter === undefined ? 'policy' : 'retry-after', seconds } }
}

/** In seconds; what remains of a sum of fractions is no wait. */
const negligible = 1e-6

/** The waits before the next try: the one decided on, and what is left then of the pause for the whole connection. */
function waitsOf({ wait }: Decision, at: number, openAt: number): SimulatedWait[] {
  const rest = openAt - at - (wait?.seconds ?? 0)
  return [...(wait ? [wait] : []), ...(rest > negligible ? [{ by: 'pace', seconds: rest } as const] : [])]
}

/**
 * The tries of one reading request, each taking no time, on a connection that has nothing else to do.
 * @param random Spreads the waits; in the middle of their range unless given
 */
export function simulateRetries(
  policy: RetryPolicy,
  { answers }: Pick<Scenario, 'answers'>,
  random: () => number = () => 0.5,
): Simulation {
  const tries: SimulatedTry[] = []
  let moment: Moment = { at: 0, openAt: 0, retries: 0, renewed: false }
  for (;;) {
    const answer = answers[Math.min(tries.length, answers.length - 1)] ?? answers[0]
    const { at, retries } = moment
    const openAt = Math.max(moment.openAt, at + pauseAskedBy(headersOf(answer), clockOf(moment)))
    const decision = decide(policy, answer, moment, random)
    const { next } = decision
    const isLast = next === 'answered' || next === 'given up'
    const waits = isLast ? [] : waitsOf(decision, at, openAt)
    tries.push({ at, ...(answer.status !== undefined && { status: answer.status }), next, waits })
    if (isLast) return { tries, heldSeconds: Math.max(0, openAt - at) }
    const renewed = next === 'new token'
    moment = {
      at: waits.reduce((sum, { seconds }) => sum + seconds, at),
      openAt,
      retries: renewed ? retries : retries + 1,
      renewed,
    }
  }
}
