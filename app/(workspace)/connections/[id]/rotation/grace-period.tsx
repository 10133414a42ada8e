'use client'
import { useState } from 'react'
import type { Certificate } from '#lib/certificates/schema'
import type { Rotation } from '#lib/connections/rotation/schema'
import { useRetirePrevious, useSwitchBack, useTrials } from '#query/rotation'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { ConfirmDialog } from '#ui/dialog'
import { Fact, Facts } from '#ui/facts'
import { Ago } from '#ui/moment'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'
import { Thumbprint } from '#ui/thumbprint'
import { CertificateFact } from './certificate-facts'
import { TrialResults } from './trial-results'

interface GracePeriodProps {
  readonly id: string
  readonly rotation: Rotation
  readonly current: Certificate | undefined
  readonly previous: Certificate
  readonly onRetired: (certificate: Certificate) => void
}

function PreviousUsed({ at }: { readonly at: string }) {
  return (
    <Notice tone="warning" title="The old certificate had to help out">
      <p>
        Entra ID did not know the new one (<Ago iso={at} />
        ). In the first minutes after an upload that is usual. If it goes on, look in the app registration whether the
        new certificate is still there.
      </p>
    </Notice>
  )
}

function Retire({ id, previous, onRetired }: Pick<GracePeriodProps, 'id' | 'previous' | 'onRetired'>) {
  const [asking, setAsking] = useState(false)
  const retire = useRetirePrevious(id)
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        Retire the old certificate
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Retire “${previous.name}”?`}
        action="Retire it"
        busy={retire.isPending}
        onConfirm={() => retire.mutate(undefined, { onSuccess: () => onRetired(previous) })}
      >
        <p>
          The new certificate is tried once more. Then the old one signs no more, and this step cannot be taken back. In
          the app registration delete the one with this thumbprint afterwards:
        </p>
        <Thumbprint value={previous.thumbprintSha1} what="SHA-1 thumbprint" />
        {retire.isError && <ProblemNotice error={retire.error} />}
      </ConfirmDialog>
    </>
  )
}

/** The new certificate signs, and the old one is still at hand. */
export function GracePeriod({ id, rotation, current, previous, onRetired }: GracePeriodProps) {
  const trials = useTrials(id)
  const back = useSwitchBack(id)
  const { graceEndsAt, previousUsedAt } = rotation
  const isOver = graceEndsAt !== undefined && Date.parse(graceEndsAt) <= Date.now()
  return (
    <Card
      title="Grace period"
      description="The new certificate signs. Until the grace period ends the old one helps out where Entra ID does not know the new one. Leave both in the app registration until you retire the old one."
      actions={
        <Button busy={trials.isPending} onClick={() => trials.mutate(['current', 'previous'])}>
          Try both
        </Button>
      }
    >
      <div className="space-y-5">
        {previousUsedAt && <PreviousUsed at={previousUsedAt} />}
        {isOver && <Notice title="The grace period is over: retire the old certificate, or switch back" />}
        <Facts>
          <CertificateFact label="Signs now" certificate={current} />
          <CertificateFact label={isOver ? 'Signed before' : 'Helps out'} certificate={previous} />
          {graceEndsAt && (
            <Fact label={isOver ? 'Grace period ended' : 'Grace period ends'}>
              <Ago iso={graceEndsAt} />
            </Fact>
          )}
        </Facts>
        <TrialResults trials={trials} />
        {back.isError && <ProblemNotice error={back.error} />}
        <div className="flex flex-wrap gap-2">
          <Button busy={back.isPending} onClick={() => back.mutate()}>
            Switch back
          </Button>
          <Retire id={id} previous={previous} onRetired={onRetired} />
        </div>
      </div>
    </Card>
  )
}
