'use client'
import { useState } from 'react'
import type { Certificate } from '#lib/certificates/schema'
import { messagesAtFields } from '#query/field-errors'
import { usePrepareRotation } from '#query/rotation'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Facts } from '#ui/facts'
import { ProblemNotice } from '#ui/problem-notice'
import { CertificateSelect } from '../../../certificates/certificate-select'
import { CertificateFact } from './certificate-facts'

interface ChooseNextProps {
  readonly id: string
  readonly current: Certificate | undefined
}

export function ChooseNext({ id, current }: ChooseNextProps) {
  const [certificateId, setCertificateId] = useState('')
  const prepare = usePrepareRotation(id)
  const error = messagesAtFields(prepare.error).certificateId
  return (
    <Card
      title="Choose the next certificate"
      description="It comes beside the current one, which goes on signing. Nothing changes before you switch, and every step can be taken back until the old certificate is retired."
    >
      <div className="space-y-5">
        <Facts>
          <CertificateFact label="Signs now" certificate={current} />
        </Facts>
        <CertificateSelect
          label="Next certificate"
          description="A new one, which Certboard can make on the spot."
          value={certificateId}
          onChange={setCertificateId}
          error={error}
        />
        {prepare.isError && !error && <ProblemNotice error={prepare.error} />}
        <Button
          variant="primary"
          busy={prepare.isPending}
          disabled={certificateId === ''}
          onClick={() => prepare.mutate({ certificateId })}
        >
          Begin the rotation
        </Button>
      </div>
    </Card>
  )
}
