'use client'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useDeferredValue, useState } from 'react'
import { type ConsoleMethod, type ContentType, consoleMethods, contentTypes } from '#lib/connections/console/schema'
import { isWrite } from '#lib/platform/addresses/api-address'
import type { ResourceLocation } from '#lib/platform/addresses/api-version'
import { completions } from '#lib/platform/addresses/complete-path'
import { type ServiceHost, serviceHosts } from '#lib/platform/addresses/service-hosts'
import { locationsQuery } from '#query/console'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import { TextArea } from '#ui/text-area'
import { PathField } from './path-field'
import { type AskedVersion, askedVersion, type Draft, type Place, readAddress } from './request'

// The keys of an object of ours are those of its type.
const hosts = Object.keys(serviceHosts) as ServiceHost[]

/** Some POSTs only ask, so everybody has them. */
const readingMethods: readonly ConsoleMethod[] = ['GET', 'POST']

function VersionNote({ version, reason, template }: AskedVersion) {
  if (version === undefined) return 'The path names its version.'
  return (
    <>
      Asked in <span className="font-mono">{version}</span>
      {reason ? `: ${reason}.` : template ? '.' : ', the version of the connection.'}
    </>
  )
}

interface BodyFieldsProps {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
}

function BodyFields({ draft: { body, contentType }, onChange }: BodyFieldsProps) {
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

function useResources(connectionId: string, host: ServiceHost) {
  const { data = none, isError } = useQuery(locationsQuery(connectionId, host))
  return { locations: data, isError }
}

interface RequestFormProps {
  readonly connectionId: string
  readonly place: Place
  readonly draft: Draft
  readonly mayWrite: boolean
  readonly busy: boolean
  readonly onChange: (change: Partial<Draft>) => void
  readonly onSend: (draft: Draft) => void
  readonly onStop: () => void
}

/** Method, host, path and body; what is wrong with the path is said before it is sent. */
export function RequestForm(props: RequestFormProps) {
  const { connectionId, place, draft, mayWrite, busy, onChange, onSend, onStop } = props
  const [refused, setRefused] = useState<string>()
  const path = useDeferredValue(draft.path)
  const { address, refusal } = readAddress(draft, place)
  const { locations, isError } = useResources(connectionId, address?.host ?? draft.host)
  const asked = address && askedVersion(address, locations, place)
  const isWriting = address !== undefined && isWrite(draft.method, address)

  function send() {
    setRefused(refusal)
    if (address) onSend(draft)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    send()
  }

  function sendByKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
  }

  return (
    <form onSubmit={submit} onKeyDown={sendByKey} noValidate className="space-y-4">
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
      <Field
        label="Path or address"
        error={refused === refusal ? refused : undefined}
        description={
          <>
            After <span className="wrap-anywhere font-mono">/{place.organization}/</span>, with its query string.{' '}
            {asked && <VersionNote {...asked} />}
            {isError && ' This service did not tell its paths, so none are offered.'}
          </>
        }
      >
        <PathField
          value={draft.path}
          completions={completions(path, locations, place.defaultProject)}
          onChange={(path) => onChange({ path })}
        />
      </Field>
      {draft.method !== 'GET' && <BodyFields draft={draft} onChange={onChange} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant={isWriting ? 'danger' : 'primary'} icon="play" busy={busy}>
          {isWriting ? `Send ${draft.method}` : 'Send'}
        </Button>
        {busy && <Button onClick={onStop}>Stop</Button>}
      </div>
    </form>
  )
}
