'use client'
import { useEffect } from 'react'
import type { ShownAssertion } from '#lib/connections/elsewhere/schema'
import { useShowAssertion } from '#query/connections'
import { Button } from '#ui/button'
import { CodeBlock } from '#ui/code-block'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'

interface ShownProps {
  readonly shown: ShownAssertion
  readonly onExpired: () => void
}

/** Worth nothing after its end, so it is taken off the page then. */
function Shown({ shown: { command, lifetimeSeconds, expiresAt }, onExpired }: ShownProps) {
  useEffect(() => {
    const timer = setTimeout(onExpired, lifetimeSeconds * 1000)
    return () => clearTimeout(timer)
  }, [lifetimeSeconds, onExpired])
  return (
    <>
      <div role="status">
        <Notice tone="warning" title={`Good for ${lifetimeSeconds / 60} minutes, until ${expiresAt.slice(11, 19)} UTC`}>
          <p>Until then whoever has this text gets a token as the app. Give it to nobody and keep it nowhere.</p>
        </Notice>
      </div>
      <CodeBlock text={command} what="curl command" />
    </>
  )
}

/** A request for a token that can be sent as it is. Signed only when somebody asks for it. */
export function AssertionPanel({ id }: { readonly id: string }) {
  const show = useShowAssertion(id)
  return (
    <div className="space-y-4">
      <p className="max-w-prose text-muted text-sm">
        Certboard signs an assertion with the certificate and shows the whole request for a token. It proves outside
        Certboard that app and certificate work. That you were shown it is written down in Activity.
      </p>
      {show.isError && <ProblemNotice error={show.error} />}
      {show.data && <Shown key={show.data.command} shown={show.data} onExpired={show.reset} />}
      <Button icon="key" busy={show.isPending} onClick={() => show.mutate()}>
        {show.data ? 'Sign another one' : 'Sign and show'}
      </Button>
    </div>
  )
}
