'use client'
import { useState } from 'react'
import { isGuid } from '#lib/platform/addresses/guid'
import { normaliseGuid, normaliseTokenUrl } from '#lib/platform/addresses/normalise'
import { idsInOverview } from '#lib/platform/addresses/overview'
import { parseTokenUrl } from '#lib/platform/addresses/token-url'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-area'
import { SetupField } from './setup-field'
import { useSetup } from './setup-provider'

const guidProblem = (text: string): string | undefined =>
  isGuid(text.trim()) ? undefined : 'This is not a GUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301.'

function tokenUrlProblem(text: string): string | undefined {
  const parsed = parseTokenUrl(text)
  return 'problem' in parsed ? parsed.problem : undefined
}

const names = { clientId: 'Client ID', objectId: 'Object ID', tenantId: 'tenant ID' } as const

/** Takes what was copied from the Overview page, labels and all, and puts each ID where it belongs. */
function OverviewPaste() {
  const { change } = useSetup()
  const [text, setText] = useState('')
  const found = idsInOverview(text)
  const taken = Object.keys(found) as (keyof typeof names)[]

  function take(pasted: string) {
    setText(pasted)
    const { clientId, objectId, tenantId } = idsInOverview(pasted)
    const parsed = tenantId && parseTokenUrl(tenantId)
    if (!clientId && !objectId && !parsed) return
    change({
      ...(clientId && { clientId }),
      ...(objectId && { appObjectId: objectId }),
      ...(parsed && 'url' in parsed && { tokenUrl: parsed.url }),
    })
  }

  return (
    <Field
      label="Paste the Overview page"
      optional
      description="Select the Essentials of the Overview page, copy them, and paste them here; each ID is put where it belongs."
      note={taken.length > 0 ? `Found: ${taken.map((name) => names[name]).join(', ')}.` : undefined}
    >
      <TextArea value={text} rows={2} onChange={(event) => take(event.target.value)} />
    </Field>
  )
}

/** The IDs of the app, asked for right where the portal shows them. */
export function AppIdFields() {
  return (
    <div className="space-y-5">
      <OverviewPaste />
      <SetupField
        name="clientId"
        label="Application (client) ID"
        description="The first ID on the Overview page. Not the Object ID below it."
        placeholder="00000000-0000-0000-0000-000000000000"
        mono
        normalise={normaliseGuid}
        problemOf={guidProblem}
      />
      <SetupField
        name="tokenUrl"
        label="Directory (tenant) ID or Token URL"
        description="A domain of the tenant or any address of its login pages will do, too. Certboard makes the Token URL of it."
        placeholder="00000000-0000-0000-0000-000000000000"
        mono
        normalise={normaliseTokenUrl}
        problemOf={tokenUrlProblem}
      />
      <SetupField
        name="appObjectId"
        label="Object ID of the app registration"
        optional
        description="Not needed. Noted here, it cannot be taken for another ID without being noticed."
        mono
        normalise={normaliseGuid}
        problemOf={guidProblem}
      />
    </div>
  )
}

/** The one ID of the three that Azure DevOps goes by. */
export function ServicePrincipalField() {
  return (
    <SetupField
      name="servicePrincipalObjectId"
      label="Object ID of the enterprise application"
      optional
      description="From Enterprise applications, not from App registrations. With it Certboard notices when another ID was added."
      mono
      normalise={normaliseGuid}
      problemOf={guidProblem}
    />
  )
}
