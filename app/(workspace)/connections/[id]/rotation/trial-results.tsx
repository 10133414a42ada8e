'use client'
import Link from 'next/link'
import type { Signing, Trial } from '#lib/connections/rotation/schema'
import type { useTrials } from '#query/rotation'
import { durationText } from '#ui/duration'
import { EvidenceTable } from '#ui/evidence'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'
import { ThumbprintText } from '#ui/thumbprint'

const names: Readonly<Record<Signing, string>> = {
  current: 'The current certificate',
  next: 'The next certificate',
  previous: 'The previous certificate',
}

/** Not a fault, but a step that is still to be done. */
const isNotUploaded = ({ signing, failure }: Trial) => signing === 'next' && failure?.code === 'AADSTS700027'

function NotUploaded({ trial }: { readonly trial: Trial }) {
  return (
    <Notice tone="warning" title="The next certificate is not uploaded yet">
      <p>
        Entra ID does not know a certificate with this thumbprint. An upload takes a minute or two to reach all of its
        servers.
      </p>
      <ThumbprintText value={trial.thumbprintSha1} />
    </Notice>
  )
}

function Failure({ signing, failure }: Pick<Trial, 'signing'> & { readonly failure: NonNullable<Trial['failure']> }) {
  return (
    <Notice tone="danger" title={`${names[signing]}: ${failure.title}`}>
      {failure.detail && <p className="wrap-anywhere">{failure.detail}</p>}
      <p className="text-muted">{failure.remedy}</p>
      {failure.evidence.length > 0 && <EvidenceTable evidence={failure.evidence} />}
      <p>
        <Link href={`/help/${failure.code}`} className="prose-link font-mono text-sm">
          {failure.code}
        </Link>
      </p>
    </Notice>
  )
}

function Result({ trial }: { readonly trial: Trial }) {
  if (isNotUploaded(trial)) return <NotUploaded trial={trial} />
  if (trial.failure) return <Failure signing={trial.signing} failure={trial.failure} />
  return (
    <Notice tone="success" title={`${names[trial.signing]} works`}>
      <p>Entra ID gave a token and Azure DevOps took it, in {durationText(trial.durationMs)}.</p>
    </Notice>
  )
}

/** What came of the last trial. */
export function TrialResults({ trials }: { readonly trials: ReturnType<typeof useTrials> }) {
  return (
    <div aria-live="polite" className="mt-4 space-y-3 empty:hidden">
      {trials.isError && <ProblemNotice error={trials.error} />}
      {trials.data?.map((trial) => (
        <Result key={trial.signing} trial={trial} />
      ))}
    </div>
  )
}
