import { isWrite } from '#lib/platform/addresses/api-address'
import { durationText } from '#ui/duration'
import { Notice } from '#ui/notice'
import { type Draft, type Place, readAddress } from './request'
import type { Answered } from './session'

interface StoppedProps {
  readonly draft: Draft
  readonly place: Place
}

function Stopped({ draft, place }: StoppedProps) {
  const { address } = readAddress(draft, place)
  const mayHaveChanged = address !== undefined && isWrite(draft.method, address)
  return (
    <Notice tone={mayHaveChanged ? 'warning' : 'info'}>
      <p>{mayHaveChanged ? 'Stopped. It may have been carried out all the same.' : 'Stopped.'}</p>
    </Notice>
  )
}

function textOf(isPending: boolean, latest: Answered | undefined): string | undefined {
  if (isPending) return 'Sending.'
  return latest && `Answered with ${latest.answer.status} after ${durationText(latest.answer.durationMs)}.`
}

interface SendingStatusProps {
  readonly place: Place
  readonly isPending: boolean
  readonly isFailed: boolean
  readonly stopped: Draft | undefined
  readonly latest: Answered | undefined
}

/** What happens to a request. Always in the page, because only what changes in a region that was there is announced. */
export function SendingStatus({ place, isPending, isFailed, stopped, latest }: SendingStatusProps) {
  return (
    <div role="status" className={stopped ? undefined : 'sr-only'}>
      {stopped ? <Stopped draft={stopped} place={place} /> : !isFailed && textOf(isPending, latest)}
    </div>
  )
}
