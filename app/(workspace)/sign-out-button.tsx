'use client'
import { useSignOut } from '#query/session'
import { BareButton } from '#ui/button'
import { Icon } from '#ui/icon'
import { ProblemNotice } from '#ui/problem-notice'
import { Spinner } from '#ui/spinner'

export function SignOutButton() {
  const signOut = useSignOut()
  return (
    <div className="space-y-2 pt-3">
      {signOut.isError && <ProblemNotice error={signOut.error} />}
      <BareButton
        disabled={signOut.isPending}
        onClick={() => signOut.mutate()}
        className="flex h-11 w-full items-center gap-3 rounded-lg px-3 font-medium text-muted transition-colors hover:bg-sunken hover:text-ink lg:h-9"
      >
        {signOut.isPending ? <Spinner className="size-4.5" /> : <Icon name="leave" className="size-4.5" />}
        Sign out
      </BareButton>
    </div>
  )
}
