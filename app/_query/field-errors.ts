import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { type Problem, problemOf } from './problem'

/** What the server says about single fields, each with its path. */
function* fieldErrors(problem: Problem): Iterable<readonly [field: string, message: string]> {
  if (problem.field) yield [problem.field, problem.title]
  if (problem.code !== 'request_invalid') return
  for (const { label, value } of problem.evidence) yield [label, value]
}

/** The same for forms that keep no state of their own: messages by field. */
export const messagesAtFields = (error: unknown): Readonly<Record<string, string>> =>
  error === null ? {} : Object.fromEntries(fieldErrors(problemOf(error)))

/**
 * Puts what the server says about single fields at those fields: the field that a problem names, or the evidence of
 * `request_invalid`, whose labels are field paths. Everything else is for a notice.
 */
export function showFieldErrors<Values extends FieldValues, Context, Output>(
  form: UseFormReturn<Values, Context, Output>,
  error: unknown,
): void {
  const names = Object.keys(form.getValues())
  for (const [field, message] of fieldErrors(problemOf(error))) {
    // Checked against the form's own values, so it is one of its paths.
    if (names.includes(field)) form.setError(field as Path<Values>, { message }, { shouldFocus: true })
  }
}
