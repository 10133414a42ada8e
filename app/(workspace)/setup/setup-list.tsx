'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { Setup } from '#lib/setup/schema'
import { useRemoveSetup } from '#query/setup'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Ago } from '#ui/moment'
import { ProblemNotice } from '#ui/problem-notice'

function SetupRow({ id, draft }: Setup) {
  const { refresh } = useRouter()
  const remove = useRemoveSetup()
  const name = draft.name || draft.organization || 'Without a name'
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2">
            <Link
              href={`/setup/${id}`}
              className="prose-link wrap-anywhere inline-flex min-h-6 items-center font-semibold"
            >
              {name}
            </Link>
            {draft.sandbox && (
              <Badge tone="accent" icon="flask">
                Sandbox
              </Badge>
            )}
          </p>
          {draft.startedAt && (
            <p className="text-muted text-sm">
              Begun <Ago iso={draft.startedAt} />
            </p>
          )}
        </div>
        <Button
          size="small"
          variant="quiet"
          icon="trash"
          aria-label={`Remove the setup ${name}`}
          busy={remove.isPending}
          onClick={() => remove.mutate(id, { onSuccess: refresh })}
        >
          Remove
        </Button>
      </div>
      {remove.isError && <ProblemNotice error={remove.error} />}
    </li>
  )
}

/** The setups of this browser that are not finished. */
export function SetupList({ setups }: { readonly setups: readonly Setup[] }) {
  return (
    <Card title="Under way">
      <ul className="divide-y divide-line">
        {setups.map((setup) => (
          <SetupRow key={setup.id} {...setup} />
        ))}
      </ul>
    </Card>
  )
}
