import 'server-only'
import { AppError } from '#lib/platform/errors/index'
import type { ExchangeRecord } from '#lib/platform/http/schema'
import type { CheckId } from '../schema'
import type { Check } from './check'

interface Budget {
  readonly resource: string
  readonly limit: number
  readonly remaining: number
  /** Milliseconds since the epoch. */
  readonly reset: number
}

function budgetIn({ headers }: ExchangeRecord): Budget | undefined {
  const of = (name: string) => headers.find(({ label }) => label === name)?.value
  const [limit, remaining] = [Number(of('x-ratelimit-limit')), Number(of('x-ratelimit-remaining'))]
  if (!(limit > 0)) return undefined
  const resource = of('x-ratelimit-resource') ?? 'requests'
  return { resource, limit, remaining, reset: Number(of('x-ratelimit-reset')) * 1000 }
}

const until = ({ reset }: Budget): string => (Number.isFinite(reset) ? new Date(reset).toISOString() : 'not said')

const factsOf = (budget: Budget) => [
  { label: 'Counted as', value: budget.resource },
  { label: 'Remaining', value: `${budget.remaining} of ${budget.limit}` },
  { label: 'Full again', value: until(budget) },
]

/** A fifth of the budget is soon gone when a dashboard is opened. */
const scarce = 0.2

/** Azure DevOps tells the budget only to those who have used up part of it. Read from the answers of the other checks. */
export const rateCheck = (after: readonly CheckId[]): Check => ({
  id: 'rate',
  requires: ['identity'],
  after,
  async run(_link, { exchanges }) {
    const budget = exchanges.flatMap((exchange) => budgetIn(exchange) ?? []).at(-1)
    if (!budget) return { verdict: 'passed', summary: 'Azure DevOps named no limit, so it is far away.' }
    const { remaining, limit } = budget
    const facts = factsOf(budget)
    const summary = `${remaining} of ${limit} are left.`
    if (remaining / limit > scarce) return { verdict: 'passed', summary, facts }
    return { verdict: 'warned', summary, problem: new AppError('rate_budget_low', { evidence: facts }) }
  },
})
