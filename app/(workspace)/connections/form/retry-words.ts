import type { SimulatedWait } from '#lib/connections/retries/schema'

/** “0.8 s”, “30 s”, “5 min” or “2 min 30 s”. */
export function secondsText(seconds: number): string {
  if (seconds < 59.95) return `${Number(seconds.toFixed(1))} s`
  const whole = Math.round(seconds)
  const rest = whole % 60
  return `${Math.floor(whole / 60)} min${rest ? ` ${rest} s` : ''}`
}

const because: Readonly<Record<SimulatedWait['by'], string>> = {
  policy: 'by the policy',
  'retry-after': 'as Retry-After asks',
  pace: 'as the server’s pace asks',
}

/** “about 4 s by the policy” or “30 s as Retry-After asks”. */
export const waitText = ({ by, seconds }: SimulatedWait): string =>
  `${by === 'policy' ? 'about ' : ''}${secondsText(seconds)} ${because[by]}`
