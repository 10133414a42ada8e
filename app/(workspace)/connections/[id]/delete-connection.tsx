'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useDeleteConnection } from '#query/connections'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { ConfirmDialog } from '#ui/dialog'
import { ProblemNotice } from '#ui/problem-notice'

interface DeleteConnectionProps {
  readonly id: string
  readonly name: string
}

export function DeleteConnection({ id, name }: DeleteConnectionProps) {
  const [asking, setAsking] = useState(false)
  const router = useRouter()
  const remove = useDeleteConnection(id)
  return (
    <Card
      title="Delete this connection"
      description="Removes its settings and test results. The certificate stays, and nothing changes at Microsoft."
      actions={
        <Button variant="danger" icon="trash" onClick={() => setAsking(true)}>
          Delete
        </Button>
      }
    >
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Delete “${name}”?`}
        action="Delete connection"
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined, { onSuccess: () => router.push('/') })}
      >
        <p>Its settings and test results are removed for everybody in the workspace.</p>
        {remove.isError && <ProblemNotice error={remove.error} />}
      </ConfirmDialog>
    </Card>
  )
}
