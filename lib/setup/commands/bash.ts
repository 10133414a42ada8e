import 'server-only'
import { bashWord } from '#lib/platform/notations/bash'

/** Gives a variable its value; what is not known has to be set before, and bash says so by itself. */
export const bashVariable = (name: string, value: string | undefined, meaning: string): string =>
  value ? `${name}=${bashWord(value)}` : `: "\${${name}:?Set it to the ${meaning}}"`

export const lines = (...texts: readonly string[]): string => texts.join('\n')
