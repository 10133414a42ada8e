'use client'
import { writesMinutes } from '#lib/connections/console/schema'
import { useSetWrites } from '#query/console'
import { Button } from '#ui/button'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })

interface WritesSwitchProps {
  readonly connectionId: string
  /** ISO 8601; undefined while writing is off. */
  readonly until: string | undefined
  readonly onChange: (until: string | undefined) => void
}

/** Whether the console may change something in Azure DevOps: never by itself, and never for long. */
export function WritesSwitch({ connectionId, until, onChange }: WritesSwitchProps) {
  const { mutate, isPending, error } = useSetWrites(connectionId)
  const set = (allowed: boolean) => mutate(allowed, { onSuccess: (writes) => onChange(writes.until) })
  return (
    <div className="space-y-3">
      {until === undefined ? (
        <p className="flex flex-wrap items-center justify-between gap-3 text-muted text-sm">
          The console only reads.
          <Button size="small" busy={isPending} onClick={() => set(true)}>
            Allow writing for {writesMinutes} minutes
          </Button>
        </p>
      ) : (
        <Notice
          tone="warning"
          title={`Writing is on until ${time.format(new Date(until))}`}
          actions={
            <Button size="small" busy={isPending} onClick={() => set(false)}>
              End writing
            </Button>
          }
        >
          <p>What you send changes the organization, as far as the app may. Every write is recorded under Activity.</p>
        </Notice>
      )}
      {error && <ProblemNotice error={error} />}
    </div>
  )
}
