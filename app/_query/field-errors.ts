import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { hasCode, problemOf } from './problem'

/**
 * Puts what the server says about single fields at those fields: the evidence labels of `request_invalid` are field
 * paths. Everything else is for a notice.
 */
export function showFieldErrors<Values extends FieldValues, Context, Output>(
  form: UseFormReturn<Values, Context, Output>,
  error: unknown,
): void {
  if (!hasCode(error, 'request_invalid')) return
  const names = Object.keys(form.getValues())
  for (const { label, value } of problemOf(error).evidence) {
    // Checked against the form's own values, so it is one of its paths.
    if (names.includes(label)) form.setError(label as Path<Values>, { message: value }, { shouldFocus: true })
  }
}
