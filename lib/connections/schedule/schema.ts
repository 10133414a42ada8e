import { z } from 'zod'

/** Minutes from one test that starts by itself to the next. */
const checkIntervals = [15, 60, 1440] as const

export const scheduleInput = z.object({
  /** Null: nobody wants it tested by itself. */
  everyMinutes: z.literal(checkIntervals, 'Choose 15 minutes, an hour or a day').nullable(),
})
export type ScheduleInput = z.output<typeof scheduleInput>
