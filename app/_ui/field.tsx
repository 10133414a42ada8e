'use client'
import { createContext, type ReactNode, useContext, useId } from 'react'
import { Icon } from './icon'

/** What a control needs to belong to its field: the label's target, its descriptions, its state. */
interface ControlProps {
  readonly id?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
  readonly 'aria-required'?: true
}

const FieldContext = createContext<ControlProps>({})

/** The attributes that wire a control to the field around it. */
export const useControl = (): ControlProps => useContext(FieldContext)

interface FieldProps {
  readonly label: string
  readonly description?: ReactNode
  /** Something the form has done with the value, for example completed it. Announced politely. */
  readonly note?: string | undefined
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly children: ReactNode
}

/** A label, its control, and what there is to say about the value. */
export function Field({ label, description, note, error, optional = false, children }: FieldProps) {
  const id = useId()
  const describedBy = [description && `${id}-description`, note && `${id}-note`, error && `${id}-error`].filter(Boolean)
  const control: ControlProps = {
    id,
    ...(describedBy.length > 0 && { 'aria-describedby': describedBy.join(' ') }),
    ...(error && { 'aria-invalid': true }),
    ...(!optional && { 'aria-required': true }),
  }
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="flex items-baseline justify-between gap-3 font-medium text-sm">
        {label}
        {optional && <span className="font-normal text-faint text-xs">Optional</span>}
      </label>
      <FieldContext value={control}>{children}</FieldContext>
      {description && (
        <div id={`${id}-description`} className="text-muted text-sm">
          {description}
        </div>
      )}
      <div aria-live="polite" className="empty:hidden">
        {note && (
          <p id={`${id}-note`} className="flex items-start gap-1.5 text-accent-ink text-sm">
            <Icon name="info" className="mt-0.5 size-4" />
            {note}
          </p>
        )}
        {error && (
          <p id={`${id}-error`} className="flex items-start gap-1.5 text-failed text-sm">
            <Icon name="alert" className="mt-0.5 size-4" />
            {error}
          </p>
        )}
      </div>
    </div>
  )
}
