'use client'
import type { TokenReceipt } from '#lib/connections/schema'
import { useGenerateToken } from '#query/connections'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { durationText } from '#ui/duration'
import { Fact, Facts } from '#ui/facts'
import { Ago } from '#ui/moment'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'

const algorithms = {
  PS256: 'PS256 with the SHA-256 thumbprint',
  RS256: 'RS256 with the SHA-1 thumbprint, which this tenant insists on',
}

function Receipt({ receipt }: { readonly receipt: TokenReceipt }) {
  return (
    <Notice tone="success" title="Entra ID issued a token">
      <Facts>
        <Fact label="Valid for">{Math.floor(receipt.expiresIn / 60)} minutes</Fact>
        <Fact label="Signed with">{algorithms[receipt.algorithm]}</Fact>
        <Fact label="Received">
          <Ago iso={receipt.receivedAt} />, after {durationText(receipt.durationMs)}
        </Fact>
      </Facts>
      {receipt.byPrevious && <p>Entra ID did not know the certificate; the previous one helped out. See Rotation.</p>}
      <p className="text-muted text-sm">The token itself stays on the server.</p>
    </Notice>
  )
}

export function TokenCard({ id }: { readonly id: string }) {
  const generate = useGenerateToken(id)
  return (
    <Card
      title="Token"
      description="Signs a request with the certificate and asks Entra ID for a token."
      actions={
        <Button icon="key" busy={generate.isPending} onClick={() => generate.mutate()}>
          Generate token
        </Button>
      }
    >
      <div aria-live="polite" className="empty:-mt-5">
        {generate.isError && <ProblemNotice error={generate.error} />}
        {generate.isSuccess && <Receipt receipt={generate.data} />}
      </div>
    </Card>
  )
}
