'use client'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { HandOff } from '#lib/setup/hand-offs/schema'
import type { SetupDraft } from '#lib/setup/schema'
import { handOffQuery } from '#query/setup'
import { useSetup } from './setup-provider'

/** What a helper marked stands for the helper's own steps; what others marked stays. */
function markedWith({ marked = [] }: SetupDraft, { helper, report }: HandOff): NonNullable<SetupDraft['marked']> {
  const isTheirs = (step: number): boolean => (helper === 'entra' ? step <= 3 : step === 4)
  return [...marked.filter((step) => !isTheirs(step)), ...(report.marked ?? [])]
}

/** Takes over what a helper has entered since it was last looked at; what somebody changed here later stays changed. */
export function HandOffWatch({ id }: { readonly id: string }) {
  const { draft, change } = useSetup()
  const { data } = useQuery(handOffQuery(id))
  useEffect(() => {
    if (!data?.reportedAt || data.reportedAt <= (draft.reportsSeen?.[id] ?? '')) return
    change({
      ...data.report,
      marked: markedWith(draft, data),
      reportsSeen: { ...draft.reportsSeen, [id]: data.reportedAt },
    })
  }, [data, draft, change, id])
  return null
}
