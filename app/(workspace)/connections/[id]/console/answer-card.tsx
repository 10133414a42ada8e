'use client'
import Link from 'next/link'
import { memo, useEffect, useMemo, useRef } from 'react'
import type { ConsoleAnswer, ConsoleProblem } from '#lib/connections/console/schema'
import { curlText } from '#lib/platform/notations/curl'
import { Badge } from '#ui/badge'
import { Button, IconButton } from '#ui/button'
import { Card } from '#ui/card'
import { CodeBlock } from '#ui/code-block'
import { durationText } from '#ui/duration'
import { EvidenceTable } from '#ui/evidence'
import { JsonTree } from '#ui/json-tree'
import { Notice } from '#ui/notice'
import { type AnswerTree, messageIn, treeOf } from './answer-tree'
import { Fold } from './fold'
import { bodyOf, type Draft, isAskable, nextPage, type Place } from './request'
import type { Answered } from './session'

function toneOf(status: number) {
  if (status >= 400) return 'failed'
  return status >= 300 || status === 203 ? 'warned' : 'passed'
}

const count = new Intl.NumberFormat('en')

function Outcome({ answer: { status, durationMs, tokenMs, length } }: { readonly answer: ConsoleAnswer }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
      <Badge tone={toneOf(status)}>Status {status}</Badge>
      <span>
        {durationText(durationMs)}
        {tokenMs !== undefined && `, after ${durationText(tokenMs)} for a token`}
      </span>
      <span>{length === 1 ? '1 character' : `${count.format(length)} characters`}</span>
    </p>
  )
}

interface MeaningProps {
  readonly problem: ConsoleProblem
  /** What the service itself says. */
  readonly message: string | undefined
}

function Meaning({ problem: { code, title, cause, remedy }, message }: MeaningProps) {
  return (
    <Notice tone="danger" title={title}>
      {message !== undefined && <p className="wrap-anywhere">{message}</p>}
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

interface ReadAnswer {
  readonly answer: ConsoleAnswer
  readonly tree: AnswerTree | undefined
}

function Remarks({ answer: { isCut, isRedacted, text, form, length }, tree }: ReadAnswer) {
  const remarks = [
    isCut && `Only the first ${count.format(text.length)} characters are shown, of ${count.format(length)}.`,
    isRedacted && 'Something that looked like a credential was taken out of the answer.',
    form === 'binary' && 'The answer is a file and no text, so it is not shown.',
    form === 'empty' && 'The answer has no body.',
    tree?.isInexact &&
      'A number in it is too large for a browser, so the tree shows it rounded. “As text” has it exactly.',
  ].filter((remark) => typeof remark === 'string')
  if (remarks.length === 0) return null
  return (
    <Notice>
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </Notice>
  )
}

interface BodyProps extends ReadAnswer {
  readonly isAskable: (text: string) => boolean
  readonly onFollow: (address: string) => void
}

function Body({ answer, tree, isAskable, onFollow }: BodyProps) {
  if (!tree) return answer.text === '' ? null : <CodeBlock text={answer.text} what="Answer" />
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
      <JsonTree value={tree.value} action={follow} />
    </section>
  )
}

function AsCurl({ answer: { method, url }, draft }: Answered) {
  return (
    <div className="space-y-3">
      <CodeBlock text={curlText({ method, url, ...bodyOf(draft) })} what="curl command" />
      <p className="text-muted text-sm">
        Put a token into <code className="font-mono">TOKEN</code>; how to get one with the certificate stands on the
        connection’s page under “Use this connection elsewhere”.
      </p>
    </div>
  )
}

function Folds({ answer, draft, tree }: Answered & ReadAnswer) {
  return (
    <>
      {tree && (
        <Fold title="As text">
          <CodeBlock text={answer.text} what="Answer" />
        </Fold>
      )}
      <Fold title={`${answer.headers.length} headers`}>
        <EvidenceTable evidence={answer.headers} />
      </Fold>
      <Fold title="As curl">
        <AsCurl answer={answer} draft={draft} />
      </Fold>
    </>
  )
}

/** Where the button that asked is gone with the answer before, the keyboard goes on from here. */
function Heading() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  return (
    <h2 ref={heading} tabIndex={-1} className="mb-5 rounded font-semibold text-lg">
      Answer
    </h2>
  )
}

/** What the place of a credential that was taken out says; as a token it would only be refused. */
const redacted = /\[(?:\w+ )?removed\]/

function tokenIn({ method, headers }: ConsoleAnswer): string | undefined {
  const token = headers.find(({ label }) => label === 'x-ms-continuationtoken')?.value
  return token && method === 'GET' && !redacted.test(token) ? token : undefined
}

interface AnswerCardProps extends Answered {
  readonly place: Place
  /** Asks something else because of this answer. */
  readonly onAsk: (draft: Draft) => void
}

/**
 * What came back: its meaning first, then the body, and the rest behind folds. An answer can be large, so it is not
 * rendered again while somebody types.
 */
export const AnswerCard = memo(function AnswerCard({ answer, draft, place, onAsk }: AnswerCardProps) {
  const tree = useMemo(() => treeOf(answer), [answer])
  const token = tokenIn(answer)
  const ask = (path: string) => onAsk({ ...draft, method: 'GET', path })
  return (
    <Card>
      <Heading />
      <div className="space-y-4">
        <p className="wrap-anywhere font-mono text-sm">
          {answer.method} {answer.url}
        </p>
        <Outcome answer={answer} />
        {answer.problem && <Meaning problem={answer.problem} message={messageIn(tree?.value)} />}
        <Remarks answer={answer} tree={tree} />
        <Body answer={answer} tree={tree} isAskable={(text) => isAskable(text, draft, place)} onFollow={ask} />
        {token && (
          <Button icon="right" onClick={() => ask(nextPage(draft.path, token))}>
            Next page
          </Button>
        )}
        <Folds answer={answer} draft={draft} tree={tree} />
      </div>
    </Card>
  )
})
