'use client'
import { useEffect, useState } from 'react'
import { problemOf } from '#query/problem'
import { useSignIn } from '#query/session'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { CopyButton } from '#ui/copy-button'
import { ProblemNotice } from '#ui/problem-notice'

const command = 'npm run sign-in-link'

function HowToGetALink() {
  return (
    <div className="space-y-3 text-muted">
      <p>
        Certboard has no passwords. You sign in with a link that works <strong className="text-ink">once</strong>, for
        15 minutes. It is printed when the server starts; the person who runs Certboard makes another with:
      </p>
      <p className="flex items-center justify-between gap-2 rounded-lg bg-sunken py-1 pr-1 pl-3">
        <code className="font-mono text-ink text-sm">{command}</code>
        <CopyButton text={command} what="command" />
      </p>
    </div>
  )
}

/** A link that was refused stays refused; a server that did not answer may answer next time. */
const isSpent = (error: unknown) => error !== null && problemOf(error).code.startsWith('sign_in_link_')

interface SignInFormProps {
  readonly signInKey: string | undefined
}

/**
 * Redeems the key only when the button is pressed: mail scanners and link previews open links too, and would use it up.
 * The key leaves the address bar at once, so it stays out of the history, screenshots and shared addresses.
 */
export function SignInForm({ signInKey }: SignInFormProps) {
  const [key] = useState(signInKey)
  const signIn = useSignIn()
  useEffect(() => {
    if (location.search !== '') history.replaceState(null, '', '/sign-in')
  }, [])

  if (key === undefined) {
    return (
      <Card>
        <HowToGetALink />
      </Card>
    )
  }
  return (
    <Card className="space-y-5">
      {signIn.isError ? (
        <>
          <ProblemNotice error={signIn.error} />
          <HowToGetALink />
        </>
      ) : (
        <p className="text-muted">This link signs you in on this device. It works once.</p>
      )}
      {!isSpent(signIn.error) && (
        <Button
          variant="primary"
          busy={signIn.isPending || signIn.isSuccess}
          className="w-full"
          onClick={() => signIn.mutate(key)}
        >
          {signIn.isError ? 'Try again' : 'Sign in'}
        </Button>
      )}
    </Card>
  )
}
