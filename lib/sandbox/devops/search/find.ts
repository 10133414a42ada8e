import 'server-only'
import type { WorkItem } from '../../seed/model'
import { wordsBesideSubject, wordsOf } from '../../seed/words'
import type { Store } from '../store/index'
import type { Alternative, Term } from './terms'
import { holds, type SearchedText, searchedTexts } from './texts'

export interface Found {
  readonly id: number
  /** The greater, the better it fits. */
  readonly score: number
}

type Sieve = (item: WorkItem) => boolean

/**
 * Tells, without writing a seeded item's text, whether the text may hold the term. A million items have only some
 * hundred subjects, and most of the words that people search for are in none of the phrases around them.
 */
function sieveFor({ words }: Term, { name }: SearchedText): Sieve {
  const beside = [...wordsBesideSubject[name]]
  const missing = words.filter((word) => !beside.some((known) => word.test(known)))
  if (missing.length === 0) return () => true
  const known = new Map<string, boolean>()
  return ({ subject }) => {
    const before = known.get(subject)
    if (before !== undefined) return before
    const own = wordsOf(subject)
    const mayHold = missing.every((word) => own.some((one) => word.test(one)))
    known.set(subject, mayHold)
    return mayHold
  }
}

type Scorer = (item: WorkItem, isSeeded: boolean) => number

const weightOfId = 8

/** By the first of the texts that holds the term; 0 if none does. */
function scorerFor(term: Term): Scorer {
  const places = searchedTexts.map((text) => ({ text, mayHold: sieveFor(term, text) }))
  const mayBeId = /^\d*$/.test(term.hint)
  return (item, isSeeded) => {
    if (mayBeId && term.pattern.test(String(item.id))) return weightOfId
    const place = places.find(({ text, mayHold }) => (!isSeeded || mayHold(item)) && holds(item, text, term))
    return place?.text.weight ?? 0
  }
}

function scorerForAlternative({ wanted, unwanted }: Alternative): Scorer {
  const wantedScorers = wanted.map(scorerFor)
  const unwantedScorers = unwanted.map(scorerFor)
  return (item, isSeeded) => {
    let sum = 0
    for (const score of wantedScorers) {
      const own = score(item, isSeeded)
      if (own === 0) return 0
      sum += own
    }
    return unwantedScorers.some((score) => score(item, isSeeded) > 0) ? 0 : sum
  }
}

/** Items that somebody has written something into since. */
function touchedIds({ world, workItems }: Store): ReadonlySet<number> {
  const ids = new Set<number>()
  for (const { after } of workItems.changesSince(world.workItems.changes.count)) ids.add(after.id)
  return ids
}

/**
 * Looks at every item that passes the filters; there is no index. Thanks to the sieves a million items take about half a
 * second for words of their subjects, and one to three for those of the phrases around them, since then titles or
 * descriptions have to be written. The best fitting items come first, of equal ones the youngest.
 */
export function findItems(alternatives: readonly Alternative[], isWanted: Sieve, store: Store): Found[] {
  const scorers = alternatives.map(scorerForAlternative)
  const touched = touchedIds(store)
  const found: Found[] = []
  for (const item of store.workItems.all()) {
    if (!isWanted(item)) continue
    const isSeeded = !touched.has(item.id)
    const score = Math.max(...scorers.map((one) => one(item, isSeeded)))
    if (score > 0) found.push({ id: item.id, score })
  }
  return found.sort((one, other) => other.score - one.score || other.id - one.id)
}
