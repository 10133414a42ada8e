'use client'
import { useState } from 'react'
import type { Certificate } from '#lib/certificates/schema'
import type { Trial } from '#lib/connections/rotation/schema'
import { certificateFile } from '#query/certificates'
import { useCancelRotation, useSwitchCertificate, useTrials } from '#query/rotation'
import { Button, DownloadLink } from '#ui/button'
import { Card } from '#ui/card'
import { daysText } from '#ui/duration'
import { Facts } from '#ui/facts'
import { Field } from '#ui/field'
import { ProblemNotice } from '#ui/problem-notice'
import { Select } from '#ui/select'
import { CertificateFact } from './certificate-facts'
import { TrialResults } from './trial-results'

interface PreparedRotationProps {
  readonly id: string
  readonly current: Certificate | undefined
  readonly next: Certificate
}

function Upload({ id, current, next }: PreparedRotationProps) {
  const cancel = useCancelRotation(id)
  return (
    <Card
      title="1. Upload the next certificate"
      description="In the app registration: Certificates & secrets > Certificates > Upload certificate. Leave the current one there; an app can have several."
      actions={<DownloadLink href={certificateFile(next.id, 'cer')}>Public .cer</DownloadLink>}
    >
      <Facts>
        <CertificateFact label="Next" certificate={next} />
        <CertificateFact label="Signs now" certificate={current} />
      </Facts>
      <div className="mt-5 space-y-3">
        <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
          Cancel the rotation
        </Button>
        {cancel.isError && <ProblemNotice error={cancel.error} />}
      </div>
    </Card>
  )
}

const graceDays = [1, 3, 7, 14, 30]

function Switch({ id, isTried }: { readonly id: string; readonly isTried: boolean }) {
  const [days, setDays] = useState(7)
  const change = useSwitchCertificate(id)
  return (
    <Card
      title="3. Switch"
      description={
        isTried
          ? 'From now on the next certificate signs. Before it does, Certboard tries it once more.'
          : 'This can be done once the next certificate was tried and works.'
      }
    >
      <div className="space-y-5">
        <Field
          label="Grace period"
          description="For as long the old certificate helps out wherever Entra ID does not know the new one yet."
        >
          <Select value={days} onChange={(event) => setDays(Number(event.target.value))} className="max-w-48">
            {graceDays.map((count) => (
              <option key={count} value={count}>
                {daysText(count)}
              </option>
            ))}
          </Select>
        </Field>
        {change.isError && <ProblemNotice error={change.error} />}
        <Button
          variant="primary"
          busy={change.isPending}
          disabled={!isTried}
          onClick={() => change.mutate({ graceDays: days })}
        >
          Switch to the next certificate
        </Button>
      </div>
    </Card>
  )
}

const nextWorks = (trials: readonly Trial[] = []): boolean =>
  trials.some(({ signing, failure }) => signing === 'next' && !failure)

/** The next certificate stands beside the current one. */
export function PreparedRotation(props: PreparedRotationProps) {
  const { id } = props
  const trials = useTrials(id)
  return (
    <>
      <Upload {...props} />
      <Card
        title="2. Try it"
        description="The upload is checked by signing in with the next certificate. Then both are tried side by side, each by itself: with both there is a way back."
        actions={
          <>
            <Button busy={trials.isPending} onClick={() => trials.mutate(['next'])}>
              Check the upload
            </Button>
            <Button busy={trials.isPending} onClick={() => trials.mutate(['current', 'next'])}>
              Try both
            </Button>
          </>
        }
      >
        <TrialResults trials={trials} />
      </Card>
      <Switch id={id} isTried={nextWorks(trials.data)} />
    </>
  )
}
