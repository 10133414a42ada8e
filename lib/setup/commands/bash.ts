import 'server-only'
import { bashQuoted } from './quote'

/** Gives a variable its value; what is not known has to be set before, and bash says so by itself. */
export const bashVariable = (name: string, value: string | undefined, meaning: string): string =>
  value ? `${name}=${bashQuoted(value)}` : `: "\${${name}:?Set it to the ${meaning}}"`

export const lines = (...texts: readonly string[]): string => texts.join('\n')
