/** “120 ms” or “1.4 s”. */
export const durationText = (milliseconds: number): string =>
  milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`

/** “1 day” or “7 days”. */
export const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`)
