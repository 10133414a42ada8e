'use client'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { NewReportLink, ReportLink, ReportLinkInput } from '#lib/connections/report/links/schema'
import { messagesAtFields } from '#query/field-errors'
import { reportLinksQuery, useCreateReportLink, useRevokeReportLink } from '#query/report-links'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Checkbox } from '#ui/checkbox'
import { CopyButton } from '#ui/copy-button'
import { Field } from '#ui/field'
import { LifetimeField } from '#ui/lifetime-field'
import { Ago, Day } from '#ui/moment'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'
import { TextInput } from '#ui/text-input'

const lifetimes = [1, 7, 30] as const satisfies readonly ReportLinkInput['days'][]

function NewLink({ made }: { readonly made: NewReportLink }) {
  const link = `${location.origin}/shared/reports/${made.secret}`
  return (
    <Notice tone="success" title={`Send this link to ${made.name}`}>
      <p className="flex items-start gap-1 rounded-lg bg-surface py-1 pr-1 pl-3">
        <code className="wrap-anywhere min-w-0 flex-1 py-1 font-mono text-sm">{link}</code>
        <CopyButton text={link} what="link" />
      </p>
      <p className="text-muted text-sm">It is shown this once. Whoever has it reads this report, and nothing else.</p>
    </Notice>
  )
}

function stateOf({ revokedAt, expiresAt, openedCount }: ReportLink) {
  if (revokedAt) return <Badge>Taken back</Badge>
  if (Date.parse(expiresAt) < Date.now()) return <Badge tone="warned">Ended</Badge>
  if (openedCount === 0) return <Badge>Not opened yet</Badge>
  return <Badge tone="accent">{openedCount === 1 ? 'Opened once' : `Opened ${openedCount} times`}</Badge>
}

function LinkRow({ test, link }: { readonly test: string; readonly link: ReportLink }) {
  const revoke = useRevokeReportLink(test)
  const isOver = link.revokedAt !== undefined || Date.parse(link.expiresAt) < Date.now()
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 text-sm">
        <p className="flex flex-wrap items-center gap-2">
          <span className="wrap-anywhere font-medium">{link.name}</span>
          {stateOf(link)}
        </p>
        <p className="mt-1 text-muted">
          Identifiers {link.identifiers}. Made <Ago iso={link.createdAt} />, ends <Day iso={link.expiresAt} />
        </p>
      </div>
      {!isOver && (
        <Button
          size="small"
          variant="danger"
          aria-label={`Take back the link for ${link.name}`}
          busy={revoke.isPending}
          onClick={() => revoke.mutate(link.id)}
        >
          Take back
        </Button>
      )}
      {revoke.isError && <ProblemNotice error={revoke.error} />}
    </li>
  )
}

function Links({ test }: { readonly test: string }) {
  const { data = [], error } = useQuery(reportLinksQuery(test))
  if (error) return <ProblemNotice error={error} />
  if (data.length === 0) return null
  return (
    <ul aria-label="Links to this report" className="divide-y divide-line border-line border-t">
      {data.map((link) => (
        <LinkRow key={link.id} test={test} link={link} />
      ))}
    </ul>
  )
}

function MakeLink({ test }: { readonly test: string }) {
  const create = useCreateReportLink(test)
  const [name, setName] = useState('')
  const [days, setDays] = useState<ReportLinkInput['days']>(7)
  const [isHidden, setIsHidden] = useState(true)
  const { name: nameError } = messagesAtFields(create.error)

  function make(event: FormEvent) {
    event.preventDefault()
    create.mutate({ name, days, identifiers: isHidden ? 'hidden' : 'shown' }, { onSuccess: () => setName('') })
  }

  return (
    <form onSubmit={make} className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Who is it for?" error={nameError}>
          <TextInput value={name} maxLength={80} onChange={({ target }) => setName(target.value)} />
        </Field>
        <LifetimeField lifetimes={lifetimes} value={days} onChange={setDays} />
      </div>
      <Checkbox
        label="Hide identifiers"
        description="Microsoft’s support needs them; a forum does not."
        checked={isHidden}
        onChange={({ currentTarget }) => setIsHidden(currentTarget.checked)}
      />
      <Button type="submit" icon="link" busy={create.isPending}>
        Make a link
      </Button>
      {create.isError && nameError === undefined && <ProblemNotice error={create.error} />}
      {create.isSuccess && <NewLink made={create.data} />}
    </form>
  )
}

/** @param test The address of the test */
export function ReportLinks({ test }: { readonly test: string }) {
  return (
    <Card
      title="Share by a link"
      description="Whoever has the link reads the report without an account, until it ends or you take it back."
    >
      <div className="space-y-4">
        <MakeLink test={test} />
        <Links test={test} />
      </div>
    </Card>
  )
}
