'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useSetup } from '#setup/setup-provider'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { LinkButton } from '#ui/link-button'
import { ProblemNotice } from '#ui/problem-notice'

/** What comes next. Ending the setup forgets the draft; the connection stays. */
export function EndSetup({ connectionId }: { readonly connectionId: string }) {
  const { push } = useRouter()
  const { discard } = useSetup()
  const [error, setError] = useState<unknown>()

  async function end() {
    try {
      await discard()
      push(`/connections/${connectionId}`)
    } catch (thrown) {
      setError(thrown)
    }
  }

  return (
    <Card
      title="What to do next"
      description="Read work items with the connection. When the test is good, end the setup: the connection stays, with its health and its settings."
      actions={
        <>
          <LinkButton href={`/work-items?connection=${connectionId}`} icon="list">
            Work items
          </LinkButton>
          <Button variant="primary" onClick={end}>
            End the setup
          </Button>
        </>
      }
    >
      {error !== undefined && <ProblemNotice error={error} />}
    </Card>
  )
}
