'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useRegisterApp } from '#query/sandbox'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Field } from '#ui/field'
import { ProblemNotice } from '#ui/problem-notice'
import { TextInput } from '#ui/text-input'

export function NewRegistration() {
  const router = useRouter()
  const register = useRegisterApp()
  const [name, setName] = useState('')
  return (
    <Card
      title="New registration"
      description="Accounts in this organizational directory only; the redirect URI stays blank, because nobody is led anywhere."
    >
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          register.mutate(name, {
            onSuccess({ apps }) {
              setName('')
              const made = apps.at(-1)
              if (made) router.replace(`/sandbox/app-registrations?${new URLSearchParams({ app: made.clientId })}`)
            },
          })
        }}
      >
        <div className="min-w-0 flex-1 basis-60">
          <Field label="Name">
            <TextInput value={name} maxLength={90} onChange={(event) => setName(event.target.value)} />
          </Field>
        </div>
        <Button type="submit" variant="primary" disabled={name.trim() === ''} busy={register.isPending}>
          Register app
        </Button>
      </form>
      {register.isError && (
        <div className="mt-4">
          <ProblemNotice error={register.error} />
        </div>
      )}
    </Card>
  )
}
