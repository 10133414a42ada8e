'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { type Problem, problemOf } from '#query/problem'
import { CopyButton } from './copy-button'
import { EvidenceTable } from './evidence'
import { Icon } from './icon'
import { Notice } from './notice'

/** What to send to the person who is asked for help. */
const textOf = ({ code, title, detail, remedy, requestId }: Problem) =>
  [`${code}: ${title}`, detail, remedy, requestId && `Request ${requestId}`].filter(Boolean).join('\n')

/** What is wrong with single fields is in the detail, and at the fields. */
const showsEvidence = ({ code, evidence }: Problem) => code !== 'request_invalid' && evidence.length > 0

function Details({ problem }: { readonly problem: Problem }) {
  return (
    <details className="group">
      <summary className="inline-flex min-h-6 list-none items-center gap-1 rounded font-medium text-sm">
        <Icon name="right" className="size-4 text-muted transition-transform group-open:rotate-90" />
        What was seen
      </summary>
      <EvidenceTable evidence={problem.evidence} />
    </details>
  )
}

interface ProblemNoticeProps {
  /** Whatever was thrown. */
  readonly error: unknown
  readonly actions?: ReactNode
}

/** An error as everybody should see it: what it means, what to do, and the code under which to find more. */
export function ProblemNotice({ error, actions }: ProblemNoticeProps) {
  const problem = problemOf(error)
  return (
    <div role="alert">
      <Notice tone="danger" title={problem.title} actions={actions}>
        <p className="wrap-anywhere">{problem.detail}</p>
        <p className="wrap-anywhere text-muted">{problem.remedy}</p>
        {showsEvidence(problem) && <Details problem={problem} />}
        <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
          <Link href={`/help/${problem.code}`} className="prose-link font-mono">
            {problem.code}
          </Link>
          {problem.requestId && <span className="wrap-anywhere font-mono text-xs">Request {problem.requestId}</span>}
          <CopyButton text={textOf(problem)} what="error details" />
        </p>
      </Notice>
    </div>
  )
}
