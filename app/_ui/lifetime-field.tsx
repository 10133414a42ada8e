import { daysText } from './duration'
import { Field } from './field'
import { Select } from './select'

interface LifetimeFieldProps<Days extends number> {
  /** What may be chosen, in days. */
  readonly lifetimes: readonly Days[]
  readonly value: Days
  readonly onChange: (days: Days) => void
}

/** After how many days a link ends. */
export function LifetimeField<Days extends number>({ lifetimes, value, onChange }: LifetimeFieldProps<Days>) {
  return (
    <Field label="The link ends after">
      <Select
        value={value}
        onChange={({ target }) => {
          const chosen = lifetimes.find((days) => String(days) === target.value)
          if (chosen !== undefined) onChange(chosen)
        }}
      >
        {lifetimes.map((days) => (
          <option key={days} value={days}>
            {daysText(days)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
