import 'server-only'
import { bashWord } from '#lib/platform/notations/bash'

/** Gives a variable its value; what is not known has to be set before, and bash says so by itself. */
export const bashVariable = (name: string, value: string | undefined, meaning: string): string =>
  value ? `${name}=${bashWord(value)}` : `: "\${${name}:?Set it to the ${meaning}}"`

export const lines = (...texts: readonly string[]): string => texts.join('\n')

/**
 * A script that ends with the first command that fails, also when it is pasted: only a shell of its own can end without
 * taking the person's with it. What was typed may have line ends, so nothing is indented.
 */
export const bashScript = (...texts: readonly string[]): string => lines('(', 'set -euo pipefail', ...texts, ')')
