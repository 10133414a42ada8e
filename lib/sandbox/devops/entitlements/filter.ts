import 'server-only'
import type { Entitlement } from '../store/members/entitlements'
import type { Member } from '../store/members/subject'
import { filterRefused } from './errors'

export interface Entitled extends Entitlement {
  readonly member: Member
}

type Test = (one: Entitled) => boolean

const nameOf = ({ member }: Entitled): string =>
  `${member.displayName}\n${member.kind === 'user' ? member.principalName : member.originId}`.toLowerCase()

const licenceIdOf = ({ licence }: Entitled): string =>
  (licence.licensingSource === 'msdn'
    ? `msdn-${licence.msdnLicenseType}`
    : `account-${licence.accountLicenseType}`
  ).toLowerCase()

const tests: Readonly<Record<string, (wanted: string) => Test>> = {
  licenseid: (wanted) => (one) => licenceIdOf(one) === wanted,
  licensestatus: (wanted) => (one) => one.status === wanted,
  usertype: (wanted) => (one) => wanted === (one.member.kind === 'user' ? 'member' : 'application'),
  name: (wanted) => (one) => nameOf(one).includes(wanted),
}

const token = /\s*(?:([()])|'((?:[^']|'')*)'|(\w+))/y

interface Token {
  readonly kind: 'mark' | 'text' | 'word'
  readonly text: string
}

function tokensOf(filter: string): Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  while (filter.slice(token.lastIndex).trim() !== '') {
    const [whole, mark, text, word] = token.exec(filter) ?? []
    if (whole === undefined) throw filterRefused(filter)
    if (mark !== undefined) tokens.push({ kind: 'mark', text: mark })
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll("''", "'").toLowerCase() })
    else tokens.push({ kind: 'word', text: (word ?? '').toLowerCase() })
  }
  return tokens
}

/**
 * What `$filter` lets through: `licenseId`, `licenseStatus`, `userType` and `name`, each with `eq`, joined by `and`,
 * `or` and parentheses. `name` looks for a part of the name or address.
 */
export function filterOf(filter: string): Test {
  const tokens = tokensOf(filter)
  const takes = (text: string): boolean =>
    tokens[0]?.kind !== 'text' && tokens[0]?.text === text && tokens.shift() !== undefined

  function comparison(): Test {
    if (takes('(')) {
      const inner = alternatives()
      if (!takes(')')) throw filterRefused(filter)
      return inner
    }
    const test = tests[tokens.shift()?.text ?? '']
    if (!test || !takes('eq')) throw filterRefused(filter)
    const value = tokens.shift()
    if (value?.kind !== 'text') throw filterRefused(filter)
    return test(value.text)
  }

  function conjunction(): Test {
    const all = [comparison()]
    while (takes('and')) all.push(comparison())
    return (one) => all.every((test) => test(one))
  }

  function alternatives(): Test {
    const any = [conjunction()]
    while (takes('or')) any.push(conjunction())
    return (one) => any.some((test) => test(one))
  }

  const test = alternatives()
  if (tokens.length > 0) throw filterRefused(filter)
  return test
}
