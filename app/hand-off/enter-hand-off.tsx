'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useEnterHandOff } from '#query/setup'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'

/**
 * Takes the secret out of the address at once, so that it stays out of the history and of screenshots, and hands it in
 * when the button is pressed.
 */
export function EnterHandOff() {
  const { push } = useRouter()
  const enter = useEnterHandOff()
  const [secret, setSecret] = useState<string>()
  useEffect(() => {
    const given = location.hash.slice(1)
    if (given === '') return
    setSecret(given)
    history.replaceState(null, '', '/hand-off')
  }, [])

  return (
    <Card className="space-y-5">
      <p className="text-muted">
        A colleague connects a tool to Azure DevOps and asks you for the part that needs your rights. The next page says
        what to do and checks it. You need no account here, and nothing secret is shown or asked for.
      </p>
      {enter.isError && <ProblemNotice error={enter.error} />}
      {secret === undefined ? (
        <Notice tone="warning" title="The link is incomplete">
          <p>Open the whole link that you were sent.</p>
        </Notice>
      ) : (
        <Button
          variant="primary"
          className="w-full"
          busy={enter.isPending || enter.isSuccess}
          onClick={() => enter.mutate(secret, { onSuccess: ({ id }) => push(`/hand-off/${id}`) })}
        >
          Continue
        </Button>
      )}
    </Card>
  )
}
