'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import {
  type FormEvent,
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type ConsoleMethod, type ContentType, consoleMethods, contentTypes } from '#lib/connections/console/schema'
import { isWrite } from '#lib/platform/addresses/api-address'
import type { ResourceLocation } from '#lib/platform/addresses/api-version'
import { completions } from '#lib/platform/addresses/complete-path'
import { type ServiceHost, serviceHosts } from '#lib/platform/addresses/service-hosts'
import type { AppError } from '#lib/platform/errors/index'
import { locationsQuery } from '#query/console'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import { Spinner } from '#ui/spinner'
import { TextArea } from '#ui/text-area'
import { PathField } from './path-field'
import {
  type AskedVersion,
  askedVersion,
  type Draft,
  type Place,
  readAddress,
  readingMethods,
  refusalText,
} from './request'

// The keys of an object of ours are those of its type.
const hosts = Object.keys(serviceHosts) as ServiceHost[]

function VersionNote({ version, reason, template }: AskedVersion) {
  if (version === undefined) return 'The path names its version.'
  return (
    <>
      Asked in <span className="font-mono">{version}</span>
      {reason ? `: ${reason}.` : template ? '.' : ', the version of the connection.'}
    </>
  )
}

interface PartProps {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
}

function Target({ draft, mayWrite, onChange }: PartProps & { readonly mayWrite: boolean }) {
  return (
    <div className="grid gap-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <Field label="Method">
        <Select value={draft.method} onChange={(event) => onChange({ method: event.target.value as ConsoleMethod })}>
          {(mayWrite ? consoleMethods : readingMethods).map((method) => (
            <option key={method}>{method}</option>
          ))}
        </Select>
      </Field>
      <Field label="Service">
        <Select value={draft.host} onChange={(event) => onChange({ host: event.target.value as ServiceHost })}>
          {hosts.map((host) => (
            <option key={host} value={host}>
              {host}: {serviceHosts[host]}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  )
}

function BodyFields({ draft: { body, contentType }, onChange }: PartProps) {
  return (
    <>
      <Field label="Body" optional>
        <TextArea
          rows={6}
          value={body}
          className="font-mono sm:text-sm"
          onChange={(e) => onChange({ body: e.target.value })}
        />
      </Field>
      <Field label="Content type">
        <Select
          value={contentType}
          className="sm:w-72"
          onChange={(event) => onChange({ contentType: event.target.value as ContentType })}
        >
          {contentTypes.map((type) => (
            <option key={type}>{type}</option>
          ))}
        </Select>
      </Field>
    </>
  )
}

const none: readonly ResourceLocation[] = []

/** What the service tells of the paths that may be meant. */
function usePaths(connectionId: string, host: ServiceHost, path: string, place: Place) {
  const { data: locations = none, isError } = useQuery(locationsQuery(connectionId, host))
  const typed = useDeferredValue(path)
  const { defaultProject } = place
  const offered = useMemo(() => completions(typed, locations, defaultProject), [typed, locations, defaultProject])
  return { locations, offered, isError }
}

interface PathPartProps extends PartProps {
  readonly connectionId: string
  readonly place: Place
  /** Why the path was not sent. */
  readonly refused: AppError | undefined
}

function PathPart({ connectionId, place, draft, refused, onChange }: PathPartProps) {
  const { address } = readAddress(draft, place)
  const { locations, offered, isError } = usePaths(connectionId, address?.host ?? draft.host, draft.path, place)
  return (
    <div className="space-y-1.5">
      <Field
        label="Path or address"
        error={refused && refusalText(draft, refused)}
        description={
          <>
            After <span className="wrap-anywhere font-mono">/{place.organization}/</span>, with its query string.{' '}
            {address && <VersionNote {...askedVersion(address, locations, place)} />}
            {isError && ' This service did not tell its paths, so none are offered.'}
          </>
        }
      >
        <PathField value={draft.path} completions={offered} onChange={(path) => onChange({ path })} />
      </Field>
      {refused && draft.path.trim() !== '' && (
        <Link href={`/help/${refused.code}`} className="prose-link font-mono text-sm">
          {refused.code}
        </Link>
      )}
    </div>
  )
}

interface ButtonsProps {
  /** The method, where it may change something. */
  readonly writing: ConsoleMethod | undefined
  readonly busy: boolean
  readonly onStop: () => void
}

/** There only while something is going, and in the hands of the keyboard perhaps, which then goes back to Send. */
function StopButton({ onStop, onGone }: { readonly onStop: () => void; readonly onGone: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    const stop = button.current
    return () => {
      if (document.activeElement === stop) onGone()
    }
  }, [onGone])
  return (
    <Button ref={button} onClick={onStop}>
      Stop
    </Button>
  )
}

/** Send is not disabled while it is busy, because that would take the focus from it; the form sends nothing then. */
function Buttons({ writing, busy, onStop }: ButtonsProps) {
  const send = useRef<HTMLButtonElement>(null)
  const focusSend = useCallback(() => send.current?.focus(), [])
  return (
    <div className="flex flex-wrap gap-3">
      <Button
        ref={send}
        type="submit"
        variant={writing ? 'danger' : 'primary'}
        {...(!busy && { icon: 'play' as const })}
        aria-disabled={busy}
        className="aria-disabled:opacity-55"
      >
        {busy && <Spinner />}
        {writing ? `Send ${writing}` : 'Send'}
      </Button>
      {busy && <StopButton onStop={onStop} onGone={focusSend} />}
    </div>
  )
}

/** Ctrl+Enter sends from every field. A key that is held down sends once, and breaks lines where lines are written. */
function sendByKey(event: KeyboardEvent, send: () => void) {
  if (event.key !== 'Enter') return
  const isShortcut = event.ctrlKey || event.metaKey
  if (isShortcut || (event.repeat && !(event.target instanceof HTMLTextAreaElement))) event.preventDefault()
  if (isShortcut && !event.repeat) send()
}

interface RequestFormProps extends PartProps {
  readonly connectionId: string
  readonly place: Place
  readonly mayWrite: boolean
  readonly busy: boolean
  readonly onSend: (draft: Draft) => void
  readonly onStop: () => void
}

/** Method, host, path and body; what is wrong with the path is said before it is sent. */
export function RequestForm(props: RequestFormProps) {
  const { connectionId, place, draft, mayWrite, busy, onChange, onSend, onStop } = props
  const [refused, setRefused] = useState<string>()
  const { address, refusal } = readAddress(draft, place)
  const writing = address && isWrite(draft.method, address) ? draft.method : undefined

  function send() {
    setRefused(refusal && refusalText(draft, refusal))
    if (address) onSend(draft)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    send()
  }

  return (
    <form onSubmit={submit} onKeyDown={(event) => sendByKey(event, send)} noValidate className="space-y-4">
      <Target draft={draft} mayWrite={mayWrite} onChange={onChange} />
      <PathPart
        connectionId={connectionId}
        place={place}
        draft={draft}
        refused={refusal && refusalText(draft, refusal) === refused ? refusal : undefined}
        onChange={onChange}
      />
      {draft.method !== 'GET' && <BodyFields draft={draft} onChange={onChange} />}
      <Buttons writing={writing} busy={busy} onStop={onStop} />
    </form>
  )
}
