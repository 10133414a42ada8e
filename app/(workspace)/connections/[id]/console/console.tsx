'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ConsoleAnswer } from '#lib/connections/console/schema'
import type { ConnectionSettings } from '#lib/connections/schema'
import type { ServiceHost } from '#lib/platform/addresses/service-hosts'
import { locationsQuery, sendRequest } from '#query/console'
import { Card } from '#ui/card'
import { ProblemNotice } from '#ui/problem-notice'
import { AnswerCard } from './answer-card'
import { AskedBefore } from './asked-before'
import { askedVersion, bodyOf, type Draft, nextPage, type Place, readAddress } from './request'
import { RequestForm } from './request-form'
import { WritesSwitch } from './writes-switch'

interface Answered {
  readonly draft: Draft
  readonly answer: ConsoleAnswer
}

/** The address is the request, without its body: it survives a reload, and can be sent to a colleague. */
function keepInAddress({ path, host }: Draft): void {
  history.replaceState(null, '', `?${new URLSearchParams({ host, path })}`)
}

/** The version for a draft; the connection's own where the service does not tell its resources. */
function useVersion(connectionId: string, place: Place) {
  const client = useQueryClient()
  return async (draft: Draft): Promise<string | undefined> => {
    const { address } = readAddress(draft, place)
    if (!address) return undefined
    const told = client.ensureQueryData(locationsQuery(connectionId, address.host))
    return askedVersion(address, await told.catch(() => []), place).version
  }
}

/** One request at a time; the answers of this visit, latest first. */
function useAnswers(connectionId: string, place: Place) {
  const versionOf = useVersion(connectionId, place)
  const [answers, setAnswers] = useState<readonly Answered[]>([])
  const going = useRef<AbortController>(undefined)
  const { mutate, reset, isPending, error } = useMutation({
    async mutationFn(draft: Draft) {
      const { method, host, path } = draft
      const { signal } = going.current ?? new AbortController()
      const apiVersion = await versionOf(draft)
      return sendRequest(
        connectionId,
        { method, host, path, ...(apiVersion && { apiVersion }), ...bodyOf(draft) },
        signal,
      )
    },
    onSuccess: (answer, draft) => setAnswers((before) => [{ draft, answer }, ...before]),
    // An answer is kept no longer than it is looked at.
    gcTime: 0,
  })

  function send(draft: Draft) {
    going.current?.abort()
    going.current = new AbortController()
    keepInAddress(draft)
    mutate(draft)
  }

  function stop() {
    going.current?.abort()
    reset()
  }
  return { answers, send, stop, isPending, error }
}

interface ConsoleProps {
  readonly connectionId: string
  readonly settings: ConnectionSettings
  readonly path: string
  readonly host: ServiceHost
  /** Absent for those who may not write. */
  readonly writes: { readonly until: string | undefined } | undefined
}

const untilStill = (until: string | undefined): string | undefined =>
  until !== undefined && Date.parse(until) > Date.now() ? until : undefined

/** Any request of the REST API through the connection, and its answer as it came. */
export function Console({ connectionId, settings, path, host, writes }: ConsoleProps) {
  const [draft, setDraft] = useState<Draft>({ method: 'GET', host, path, body: '', contentType: 'application/json' })
  const [until, setUntil] = useState(untilStill(writes?.until))
  const { answers, send, stop, isPending, error } = useAnswers(connectionId, settings)
  const [latest] = answers
  const change = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }))

  function ask(path: string) {
    const next = { ...draft, method: 'GET', path } as const
    setDraft(next)
    send(next)
  }

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
            draft={draft}
            mayWrite={until !== undefined}
            busy={isPending}
            onChange={change}
            onSend={send}
            onStop={stop}
          />
        </div>
      </Card>
      {error && <ProblemNotice error={error} />}
      {latest && (
        <AnswerCard
          key={latest.answer.at}
          {...latest}
          onFollow={ask}
          onNextPage={(token) => ask(nextPage(latest.draft.path, token))}
        />
      )}
      <AskedBefore asked={answers.slice(1)} onChoose={setDraft} />
    </div>
  )
}
