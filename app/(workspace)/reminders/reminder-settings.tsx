'use client'
import { useQuery } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import type { Reminders, RemindersInput } from '#lib/reminders/schema'
import { messagesAtFields } from '#query/field-errors'
import { remindersQuery, useSaveReminders } from '#query/reminders'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { CopyButton } from '#ui/copy-button'
import { Field } from '#ui/field'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'
import { SkeletonList } from '#ui/skeleton'
import { TextArea } from '#ui/text-area'
import { TextInput } from '#ui/text-input'
import { TestMessage } from './test-message'

/** However people separate addresses. */
const addressesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean)

/** The browser keeps the values; a form library would weigh more than the page. */
function inputOf(form: HTMLFormElement): RemindersInput {
  const values = new FormData(form)
  return { emails: addressesIn(String(values.get('emails'))), webhookUrl: String(values.get('webhookUrl')) }
}

function NewSecret({ secret }: { readonly secret: string }) {
  return (
    <Notice tone="warning" title="Copy the webhook’s secret now; it is shown once">
      <p>
        Every message is signed with it as Standard Webhooks describes, in the header <code>webhook-signature</code>, so
        that the receiver knows that it is from here.
      </p>
      <p className="flex flex-wrap items-center gap-2">
        <code className="wrap-anywhere font-mono text-sm">{secret}</code>
        <CopyButton text={secret} what="webhook secret" />
      </p>
    </Notice>
  )
}

const emailDescription = (sendsEmail: boolean) =>
  sendsEmail
    ? 'One on each line, at most 20.'
    : 'This Certboard has no mail server yet: the person who runs it has to set SMTP_URL and SMTP_FROM.'

function RemindersForm({ reminders }: { readonly reminders: Reminders }) {
  const save = useSaveReminders()
  const errors = messagesAtFields(save.error)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate(inputOf(event.currentTarget))
  }
  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      <Field
        label="E-mail addresses"
        optional
        description={emailDescription(reminders.sendsEmail)}
        error={errors.emails}
      >
        <TextArea
          name="emails"
          defaultValue={reminders.emails.join('\n')}
          rows={3}
          inputMode="email"
          placeholder="team@example.com"
        />
      </Field>
      <Field
        label="Webhook"
        optional
        description="An https address to which messages are posted as JSON. Chat programs that show “text” of it work as they are."
        error={errors.webhookUrl}
      >
        <TextInput
          name="webhookUrl"
          defaultValue={reminders.webhookUrl}
          type="url"
          mono
          placeholder="https://hooks.example.com/…"
        />
      </Field>
      <div aria-live="polite" className="space-y-3 empty:hidden">
        {save.isError && <ProblemNotice error={save.error} />}
        {save.isSuccess && <Notice tone="success" title="Saved" />}
        {save.data?.newWebhookSecret && <NewSecret secret={save.data.newWebhookSecret} />}
      </div>
      <Button type="submit" variant="primary" busy={save.isPending}>
        Save
      </Button>
    </form>
  )
}

export function ReminderSettings() {
  const { data, error } = useQuery(remindersQuery())
  if (error) return <ProblemNotice error={error} />
  if (!data) return <SkeletonList label="Loading the reminders" />
  return (
    <div className="space-y-4">
      <Card title="Who is reminded">
        <RemindersForm reminders={data} />
      </Card>
      <TestMessage reminders={data} />
    </div>
  )
}
