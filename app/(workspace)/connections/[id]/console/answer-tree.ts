import type { ConsoleAnswer } from '#lib/connections/console/schema'

/** What a JSON answer says, as far as it can be shown as a tree. */
export interface AnswerTree {
  readonly value: unknown
  /** A number in it is larger than the browser counts exactly. */
  readonly isInexact: boolean
}

/** Deeper than any answer of Azure DevOps; a page that nests as deep as a hostile one would break. */
const deepest = 200

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[[\]{}]/g

const isInexact = (token: string): boolean => /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token))

const step = (token: string): number => {
  if (token === '{' || token === '[') return 1
  return token === '}' || token === ']' ? -1 : 0
}

/** By its text: a walk through the values would itself go too deep. */
function surveyed(json: string): { readonly depth: number; readonly isInexact: boolean } {
  let level = 0
  let depth = 0
  let inexact = false
  for (const [token] of json.matchAll(tokens)) {
    level += step(token)
    depth = Math.max(depth, level)
    inexact ||= isInexact(token)
  }
  return { depth, isInexact: inexact }
}

/** Undefined for what is no JSON, or not all of it, or nests too deep. */
export function treeOf({ form, text, isCut }: ConsoleAnswer): AnswerTree | undefined {
  if (form !== 'json' || isCut) return undefined
  try {
    const value: unknown = JSON.parse(text)
    const { depth, isInexact } = surveyed(text)
    return depth > deepest ? undefined : { value, isInexact }
  } catch {
    return undefined
  }
}

/** The sentence that the service itself says, where it answers as Azure DevOps does. */
export function messageIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('message' in value)) return undefined
  return typeof value.message === 'string' && value.message !== '' ? value.message : undefined
}
