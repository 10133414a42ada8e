'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HandOff, NewHandOff } from '#lib/setup/hand-offs/schema'
import type { Helper } from '#lib/setup/schema'
import { handOffQuery, useCreateHandOff, useRevokeHandOff } from '#query/setup'
import { useSetup } from '#setup/setup-provider'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { CopyButton } from '#ui/copy-button'
import { Icon } from '#ui/icon'
import { LifetimeField } from '#ui/lifetime-field'
import { Ago, Day } from '#ui/moment'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'

const texts: Readonly<Record<Helper, { readonly who: string; readonly what: string }>> = {
  entra: { who: 'an administrator of Microsoft Entra ID', what: 'Steps 1 to 3' },
  organization: { who: 'an administrator of the organization', what: 'Step 4' },
}

const lifetimes = [1, 3, 7, 14] as const

/** Behind the #, so that the secret is sent to no server and stands in no log. */
const linkOf = ({ secret }: NewHandOff): string => `${location.origin}/hand-off#${secret}`

function NewLink({ made }: { readonly made: NewHandOff }) {
  const link = linkOf(made)
  return (
    <Notice tone="success" title="Send this link to your helper">
      <p className="flex items-start gap-1 rounded-lg bg-surface py-1 pr-1 pl-3">
        <code className="wrap-anywhere min-w-0 flex-1 py-1 font-mono text-sm">{link}</code>
        <CopyButton text={link} what="link" />
      </p>
      <p className="text-muted text-sm">
        It is shown this once. Whoever has it sees these steps with your values and may enter the IDs; there is nothing
        secret on that page.
      </p>
    </Notice>
  )
}

function stateOf({ revokedAt, expiresAt, openedAt, reportedAt }: HandOff) {
  if (revokedAt) return <Badge>Taken back</Badge>
  if (Date.parse(expiresAt) < Date.now()) return <Badge tone="warned">Ended</Badge>
  if (reportedAt) return <Badge tone="passed">In work</Badge>
  return openedAt ? <Badge tone="accent">Opened</Badge> : <Badge>Not opened yet</Badge>
}

function HandOffRow({ id, helper }: { readonly id: string; readonly helper: Helper }) {
  const { data, error } = useQuery(handOffQuery(id))
  const revoke = useRevokeHandOff(id)
  if (error) return <ProblemNotice error={error} />
  if (data?.helper !== helper) return null
  const { marked = [] } = data.report
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2 first:pt-0 last:pb-0">
      <div className="min-w-0 text-sm">
        <p className="flex flex-wrap items-center gap-2">
          {stateOf(data)}
          {marked.length > 0 && <Badge tone="passed" icon="check">{`Marked as done: ${marked.join(', ')}`}</Badge>}
        </p>
        <p className="mt-1 text-muted">
          Made <Ago iso={data.createdAt} />, ends <Day iso={data.expiresAt} />
        </p>
      </div>
      {!data.revokedAt && (
        <Button size="small" variant="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>
          Take back
        </Button>
      )}
      {revoke.isError && <ProblemNotice error={revoke.error} />}
    </li>
  )
}

/** Makes a link, keeps its ID in the setup, and shows its secret until the page is left. */
function MakeLink({ setupId, helper }: HandOffCardProps) {
  const { draft, change, save } = useSetup()
  const create = useCreateHandOff(setupId)
  const [days, setDays] = useState<(typeof lifetimes)[number]>(7)

  async function make() {
    await save()
    create.mutate(
      { helper, days },
      { onSuccess: ({ id }) => change({ handOffs: [...(draft.handOffs ?? []).slice(-5), id] }) },
    )
  }

  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-end gap-3">
        <LifetimeField lifetimes={lifetimes} value={days} onChange={setDays} />
        <Button icon="link" busy={create.isPending} onClick={make}>
          Make a link
        </Button>
      </div>
      {create.isError && <ProblemNotice error={create.error} />}
      {create.isSuccess && <NewLink made={create.data} />}
    </div>
  )
}

interface HandOffCardProps {
  readonly setupId: string
  readonly helper: Helper
}

/** Lets a colleague who has the rights do these steps, without an account. */
export function HandOffCard({ setupId, helper }: HandOffCardProps) {
  const { draft } = useSetup()
  const { who, what } = texts[helper]
  const isNeeded = draft.helpers?.includes(helper) ?? false
  return (
    <Card>
      <details open={isNeeded} className="group">
        <summary className="-m-2 flex min-h-11 list-none items-center gap-2 rounded-lg p-2 hover:bg-sunken sm:min-h-9">
          <Icon name="right" className="size-4 text-muted transition-transform group-open:rotate-90" />
          <span className="font-semibold">Have a colleague do this</span>
        </summary>
        <div className="mt-4 space-y-4">
          <p className="max-w-prose text-muted">
            {what} can be done by {who}. They need no account here: a link shows them what to do, with your values, and
            you see their work on this page while they do it.
          </p>
          <MakeLink setupId={setupId} helper={helper} />
          <ul className="divide-y divide-line">
            {draft.handOffs?.map((id) => (
              <HandOffRow key={id} id={id} helper={helper} />
            ))}
          </ul>
        </div>
      </details>
    </Card>
  )
}
