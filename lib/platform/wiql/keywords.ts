import {
  And,
  Ascending,
  AsOf,
  By,
  Contains,
  Descending,
  DoesNotContain,
  Empty,
  Ever,
  False,
  From,
  Group,
  In,
  Is,
  MayContain,
  Mode,
  MustContain,
  Not,
  Or,
  Order,
  Recursive,
  ReturnMatchingChildren,
  Select,
  True,
  Under,
  Was,
  Where,
  Words,
  WorkItemLinks,
  WorkItems,
} from './generated-terms'

/** Words that are no field unless they stand in brackets. */
const reserved: ReadonlyMap<string, number> = new Map([
  ['select', Select],
  ['from', From],
  ['where', Where],
  ['order', Order],
  ['by', By],
  ['asof', AsOf],
  ['mode', Mode],
  ['and', And],
  ['or', Or],
  ['not', Not],
  ['in', In],
  ['under', Under],
  ['contains', Contains],
  ['is', Is],
  ['ever', Ever],
  ['was', Was],
  ['true', True],
  ['false', False],
  ['asc', Ascending],
  ['desc', Descending],
])

/** Words that mean something only in their place, and are names elsewhere. */
const soft: ReadonlyMap<string, number> = new Map([
  ['workitems', WorkItems],
  ['workitemlinks', WorkItemLinks],
  ['words', Words],
  ['group', Group],
  ['empty', Empty],
  ['mustcontain', MustContain],
  ['maycontain', MayContain],
  ['doesnotcontain', DoesNotContain],
  ['recursive', Recursive],
  ['returnmatchingchildren', ReturnMatchingChildren],
])

const none = -1

/** For the generated parser: the term of a word that is a keyword, whatever its case. */
export const keywordOf = (word: string): number => reserved.get(word.toLowerCase()) ?? none

/** For the generated parser: the term of a word that may be a keyword. */
export const softKeywordOf = (word: string): number => soft.get(word.toLowerCase()) ?? none
