'use client'
import type { Reminders } from '#lib/reminders/schema'
import { useTestMessage } from '#query/reminders'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'

interface OutcomeProps {
  readonly test: ReturnType<typeof useTestMessage>
  readonly sent: string
}

function Outcome({ test, sent }: OutcomeProps) {
  if (test.isError) return <ProblemNotice error={test.error} />
  if (!test.isSuccess) return null
  const { refused } = test.data
  if (refused.length === 0) return <Notice tone="success" title={sent} />
  return (
    <Notice tone="warning" title="Sent, but not to all">
      <p className="wrap-anywhere">The mail server refused {refused.join(', ')}.</p>
    </Notice>
  )
}

/** Over every channel that is saved, each with an outcome of its own. */
export function TestMessage({ reminders }: { readonly reminders: Reminders }) {
  const email = useTestMessage('email')
  const webhook = useTestMessage('webhook')
  const hasEmail = reminders.emails.length > 0
  const hasWebhook = reminders.webhookUrl !== ''
  const send = () => {
    if (hasEmail) email.mutate()
    if (hasWebhook) webhook.mutate()
  }
  return (
    <Card
      title="Try it"
      description={
        hasEmail || hasWebhook ? 'Sends one message to everything that is saved above.' : 'Save an address first.'
      }
      actions={
        <Button
          icon="bell"
          disabled={!(hasEmail || hasWebhook)}
          busy={email.isPending || webhook.isPending}
          onClick={send}
        >
          Send a test message
        </Button>
      }
    >
      <div aria-live="polite" className="space-y-3 empty:-mt-5">
        <Outcome test={email} sent="The mail server has taken the e-mail" />
        <Outcome test={webhook} sent="The webhook has taken the message" />
      </div>
    </Card>
  )
}
