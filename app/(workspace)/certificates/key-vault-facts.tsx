'use client'
import { useQuery } from '@tanstack/react-query'
import type { KeyVaultPlace } from '#lib/certificates/schema'
import { vaultNameOf } from '#lib/platform/addresses/key-vault'
import { certificatesQuery, newestVersionQuery } from '#query/certificates'
import { Fact } from '#ui/facts'
import { Day } from '#ui/moment'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'

function Caller({ caller }: Pick<KeyVaultPlace, 'caller'>) {
  const { data = [] } = useQuery({ ...certificatesQuery(), enabled: false })
  if (caller.kind === 'managed identity') return 'The managed identity of this server'
  const name = data.find(({ id }) => id === caller.certificateId)?.name ?? 'another certificate'
  return (
    <>
      The app <code>{caller.clientId}</code> with the certificate “{name}”
    </>
  )
}

/** Where the key of a certificate is, and as whom it is used there. */
export function KeyVaultFacts({ place }: { readonly place: KeyVaultPlace }) {
  return (
    <>
      <Fact label="Key vault">
        {vaultNameOf(place.vaultUrl)}
        {place.sandbox && ' (practice)'}, certificate {place.name}
      </Fact>
      <Fact label="Version">
        <code className="wrap-anywhere">{place.version}</code>
      </Fact>
      <Fact label="Called by">
        <Caller caller={place.caller} />
      </Fact>
    </>
  )
}

interface NewerVersionProps {
  readonly id: string
  readonly place: KeyVaultPlace
}

/** Vaults renew certificates by themselves, and the app registration knows nothing of it. */
export function NewerVersion({ id, place }: NewerVersionProps) {
  const { data, error } = useQuery(newestVersionQuery(id))
  if (error) return <ProblemNotice error={error} />
  if (!data || data.isLinked) return null
  return (
    <div className="mt-4">
      <Notice title="The key vault has a newer version">
        <p>
          It is valid until <Day iso={data.notAfter} />. Certboard goes on signing with the version above, because the
          app registration does not know the new one yet. To change over, link {place.name} once more, upload its public
          file next to the old one, and choose it in the connections.
        </p>
      </Notice>
    </div>
  )
}
