'use client'
import Link from 'next/link'
import { useState } from 'react'
import { useSetSchedule } from '#query/connections'
import { Card } from '#ui/card'
import { Field } from '#ui/field'
import { ProblemNotice } from '#ui/problem-notice'
import { Select } from '#ui/select'

const choices = [
  ['', 'Never'],
  ['15', 'Every 15 minutes'],
  ['60', 'Every hour'],
  ['1440', 'Every day'],
] as const

type Minutes = 15 | 60 | 1440

const minutesOf = (choice: string): Minutes | null => (choice === '' ? null : (Number(choice) as Minutes))

interface ScheduleCardProps {
  readonly connectionId: string
  readonly everyMinutes: number | undefined
}

/** Whether the connection is tested when nobody is looking; kept as soon as it is chosen. */
export function ScheduleCard({ connectionId, everyMinutes }: ScheduleCardProps) {
  const [choice, setChoice] = useState(String(everyMinutes ?? ''))
  const { mutate, isPending, isSuccess, error } = useSetSchedule(connectionId)

  function choose(next: string) {
    setChoice(next)
    mutate({ everyMinutes: minutesOf(next) }, { onError: () => setChoice(choice) })
  }

  return (
    <Card
      title="Test by itself"
      description={
        <>
          When the connection stops working, and when it works again, the people under{' '}
          <Link href="/reminders" className="prose-link">
            Reminders
          </Link>{' '}
          are told.
        </>
      }
    >
      <div className="space-y-3">
        <Field label="How often">
          <Select
            value={choice}
            disabled={isPending}
            onChange={(event) => choose(event.target.value)}
            className="sm:w-60"
          >
            {choices.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <p role="status" className="text-muted text-sm empty:hidden">
          {isSuccess && 'Kept.'}
        </p>
        {error && <ProblemNotice error={error} />}
      </div>
    </Card>
  )
}
