'use client'
import { useCallback, useEffect, useReducer } from 'react'
import type { ConnectionSettings } from '#lib/connections/schema'
import type { ServiceHost } from '#lib/platform/addresses/service-hosts'
import { Card } from '#ui/card'
import { ProblemNotice } from '#ui/problem-notice'
import { AnswerBoundary } from './answer-boundary'
import { AnswerCard } from './answer-card'
import { AskedBefore } from './asked-before'
import { firstSession, keepDraft } from './kept-draft'
import { type Draft, onlyReading, type Place } from './request'
import { RequestForm } from './request-form'
import { SendingStatus } from './sending-status'
import { type Answered, reduce } from './session'
import { useSend } from './use-send'
import { useWritesUntil } from './use-writes-until'
import { WritesSwitch } from './writes-switch'

interface ConsoleProps {
  readonly connectionId: string
  readonly settings: ConnectionSettings
  readonly path: string
  readonly host: ServiceHost
  /** Absent for those who may not write. */
  readonly writes: { readonly until: string | undefined } | undefined
}

const now = () => new Date().toISOString()

function begun({ connectionId, host, path }: ConsoleProps) {
  return firstSession(connectionId, { method: 'GET', host, path, body: '', contentType: 'application/json' })
}

/** The session, and what can be done in it. All of it stays the same function, so that the answer need not be rendered. */
function useSession(props: ConsoleProps) {
  const { connectionId, settings } = props
  const [session, dispatch] = useReducer(reduce, props, begun)
  const onAnswer = useCallback((answered: Answered) => dispatch({ type: 'answer', answered }), [])
  const { send: begin, ...sending } = useSend(connectionId, settings, onAnswer)
  useEffect(() => keepDraft(connectionId, session), [connectionId, session])

  const change = useCallback((changed: Partial<Draft>) => dispatch({ type: 'change', change: changed }), [])
  const choose = useCallback((draft: Draft) => dispatch({ type: 'replace', draft, at: now() }), [])
  const send = useCallback(
    (draft: Draft) => {
      if (begin(draft)) dispatch({ type: 'send', draft })
    },
    [begin],
  )
  const ask = useCallback(
    (draft: Draft) => {
      if (begin(draft)) dispatch({ type: 'ask', draft, at: now() })
    },
    [begin],
  )
  return { session, sending, change, choose, send, ask }
}

interface AnswerProps {
  readonly latest: Answered | undefined
  readonly place: Place
  readonly onAsk: (draft: Draft) => void
}

function LatestAnswer({ latest, place, onAsk }: AnswerProps) {
  if (!latest) return null
  return (
    <AnswerBoundary key={latest.answer.at} text={latest.answer.text}>
      <AnswerCard answer={latest.answer} draft={latest.draft} place={place} onAsk={onAsk} />
    </AnswerBoundary>
  )
}

/** Any request of the REST API through the connection, and its answer as it came. */
export function Console(props: ConsoleProps) {
  const { connectionId, settings, writes } = props
  const [until, setUntil] = useWritesUntil(writes?.until)
  const { session, sending, change, choose, send, ask } = useSession(props)
  const { stop, stopped, isPending, error } = sending
  const mayWrite = until !== undefined
  return (
    <div className="space-y-4">
      <Card
        title="REST console"
        description="Any request through this connection, sent once and shown as it is answered. Token and api-version are added for you; redirects are not followed."
      >
        <div className="space-y-5">
          {writes && <WritesSwitch connectionId={connectionId} until={until} onChange={setUntil} />}
          <RequestForm
            connectionId={connectionId}
            place={settings}
            draft={mayWrite ? session.draft : onlyReading(session.draft)}
            mayWrite={mayWrite}
            busy={isPending}
            onChange={change}
            onSend={send}
            onStop={stop}
          />
        </div>
      </Card>
      <SendingStatus
        place={settings}
        isPending={isPending}
        isFailed={error !== null}
        stopped={stopped}
        latest={session.latest}
      />
      {error && <ProblemNotice error={error} />}
      <LatestAnswer latest={session.latest} place={settings} onAsk={ask} />
      <AskedBefore asked={session.asked} onChoose={choose} />
    </div>
  )
}
