'use client'
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  /** Phrasing content: it stands in the option's label. */
  readonly description: ReactNode
}

interface ChoiceProps<Value extends string> {
  readonly legend: string
  readonly name: string
  /** Undefined while nothing is chosen. */
  readonly value: Value | undefined
  readonly options: readonly Option<Value>[]
  /** Side by side where there is room, or one below the other where descriptions are long. */
  readonly layout?: 'columns' | 'rows'
  readonly error?: string | undefined
  readonly onChange: (value: Value) => void
}

/** A few alternatives, all visible, each explained. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, name, value, options, layout = 'columns', error, onChange } = props
  const errorId = useId()
  return (
    <fieldset className="min-w-0" aria-describedby={error && errorId}>
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      <div className={classNames('grid gap-3', layout === 'columns' && 'sm:grid-cols-2')}>
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              'flex min-w-0 cursor-pointer items-start gap-3 rounded-xl border bg-surface p-3.5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
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
            <span className="min-w-0">
              <span className="wrap-anywhere block font-medium">{option.label}</span>
              <span className="block text-muted text-sm">{option.description}</span>
            </span>
          </label>
        ))}
      </div>
      <div aria-live="polite" className="empty:hidden">
        {error && (
          <p id={errorId} className="mt-1.5 flex items-start gap-1.5 text-failed text-sm">
            <Icon name="alert" className="mt-0.5 size-4" />
            {error}
          </p>
        )}
      </div>
    </fieldset>
  )
}
