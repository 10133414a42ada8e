'use client'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import type { ConsoleAnswer, ConsoleProblem } from '#lib/connections/console/schema'
import { isServiceHost } from '#lib/platform/addresses/service-hosts'
import { curlText } from '#lib/platform/notations/curl'
import { Badge } from '#ui/badge'
import { Button, IconButton } from '#ui/button'
import { Card } from '#ui/card'
import { CodeBlock } from '#ui/code-block'
import { durationText } from '#ui/duration'
import { EvidenceTable } from '#ui/evidence'
import { Icon } from '#ui/icon'
import { JsonTree } from '#ui/json-tree'
import { Notice } from '#ui/notice'
import { bodyOf, type Draft } from './request'

function parsed({ form, text, isCut }: ConsoleAnswer): { readonly value: unknown } | undefined {
  if (form !== 'json' || isCut) return undefined
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function toneOf(status: number) {
  if (status >= 400) return 'failed'
  return status >= 300 || status === 203 ? 'warned' : 'passed'
}

const count = new Intl.NumberFormat('en')

function Outcome({ answer: { status, durationMs, tokenMs, length } }: { readonly answer: ConsoleAnswer }) {
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
      <Badge tone={toneOf(status)}>Status {status}</Badge>
      <span>
        {durationText(durationMs)}
        {tokenMs !== undefined && `, after ${durationText(tokenMs)} for a token`}
      </span>
      <span>{length === 1 ? '1 character' : `${count.format(length)} characters`}</span>
    </p>
  )
}

function Meaning({ problem: { code, title, cause, remedy } }: { readonly problem: ConsoleProblem }) {
  return (
    <Notice tone="danger" title={title}>
      <p>{cause}</p>
      <p className="text-muted">{remedy}</p>
      <p>
        <Link href={`/help/${code}`} className="prose-link font-mono text-sm">
          {code}
        </Link>
      </p>
    </Notice>
  )
}

function Remarks({ answer: { isCut, isRedacted, text, form, length } }: { readonly answer: ConsoleAnswer }) {
  const remarks = [
    isCut && `Only the first ${count.format(text.length)} characters are shown, of ${count.format(length)}.`,
    isRedacted && 'Something that looked like a credential was taken out of the answer.',
    form === 'binary' && 'The answer is a file and no text, so it is not shown.',
    form === 'empty' && 'The answer has no body.',
  ].filter((remark) => remark !== false)
  if (remarks.length === 0) return null
  return (
    <Notice>
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </Notice>
  )
}

function Fold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      className="rounded-xl border border-line bg-canvas"
    >
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-xl px-4 font-medium hover:bg-sunken sm:min-h-9">
        <Icon name="right" className={`size-4 text-muted transition-transform ${isOpen ? 'rotate-90' : ''}`} />
        {title}
      </summary>
      {isOpen && <div className="border-line border-t p-4">{children}</div>}
    </details>
  )
}

const isAskable = (text: string): boolean => URL.canParse(text) && isServiceHost(new URL(text).hostname)

function Body({ answer, onFollow }: { readonly answer: ConsoleAnswer; readonly onFollow: (address: string) => void }) {
  const json = parsed(answer)
  if (json) {
    const follow = (text: string) =>
      isAskable(text) && (
        <IconButton
          icon="right"
          label={`Ask ${text}`}
          className="-my-2 size-9 align-middle sm:size-6"
          onClick={() => onFollow(text)}
        />
      )
    return (
      <section aria-label="Answer as a tree" className="min-w-0">
        <JsonTree value={json.value} action={follow} />
      </section>
    )
  }
  return answer.text === '' ? null : <CodeBlock text={answer.text} what="Answer" />
}

interface AnswerCardProps {
  readonly answer: ConsoleAnswer
  /** What was sent for it. */
  readonly draft: Draft
  readonly onFollow: (address: string) => void
  readonly onNextPage: (continuationToken: string) => void
}

/** What came back: its meaning first, then the body, and the rest behind folds. */
export function AnswerCard({ answer, draft, onFollow, onNextPage }: AnswerCardProps) {
  const { method, url, headers, problem, text } = answer
  const token = headers.find(({ label }) => label === 'x-ms-continuationtoken')?.value
  return (
    <Card title="Answer">
      <div className="space-y-4">
        <p className="wrap-anywhere font-mono text-sm">
          {method} {url}
        </p>
        <Outcome answer={answer} />
        {problem && <Meaning problem={problem} />}
        <Remarks answer={answer} />
        <Body answer={answer} onFollow={onFollow} />
        {token && method === 'GET' && (
          <Button icon="right" onClick={() => onNextPage(token)}>
            Next page
          </Button>
        )}
        {parsed(answer) && (
          <Fold title="As text">
            <CodeBlock text={JSON.stringify(JSON.parse(text), null, 2)} what="Answer" />
          </Fold>
        )}
        <Fold title={`${headers.length} headers`}>
          <EvidenceTable evidence={headers} />
        </Fold>
        <Fold title="As curl">
          <div className="space-y-3">
            <CodeBlock text={curlText({ method, url, ...bodyOf(draft) })} what="curl command" />
            <p className="text-muted text-sm">
              Put a token into <code className="font-mono">TOKEN</code>; how to get one with the certificate stands on
              the connection’s page under “Use this connection elsewhere”.
            </p>
          </div>
        </Fold>
      </div>
    </Card>
  )
}
