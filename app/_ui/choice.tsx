'use client'
import { classNames } from './class-names'

interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly description: string
}

interface ChoiceProps<Value extends string> {
  readonly legend: string
  readonly name: string
  /** Undefined while nothing is chosen. */
  readonly value: Value | undefined
  readonly options: readonly Option<Value>[]
  readonly onChange: (value: Value) => void
}

/** A few alternatives, all visible, each explained. */
export function Choice<Value extends string>({ legend, name, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              'flex cursor-pointer items-start gap-3 rounded-xl border bg-surface p-3.5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
              option.value === value ? 'border-accent bg-accent-soft' : 'border-control/60 hover:bg-sunken',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="mt-0.5 size-4.5 shrink-0 cursor-pointer accent-accent outline-none"
            />
            <span>
              <span className="block font-medium">{option.label}</span>
              <span className="block text-muted text-sm">{option.description}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
