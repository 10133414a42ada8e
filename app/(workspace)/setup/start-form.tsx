'use client'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { organizationOf } from '#lib/platform/addresses/organization'
import type { Helper, SetupDraft } from '#lib/setup/schema'
import { sandboxQuery } from '#query/sandbox'
import { useStartSetup } from '#query/setup'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Checkbox } from '#ui/checkbox'
import { Choice } from '#ui/choice'
import { Field } from '#ui/field'
import { ProblemNotice } from '#ui/problem-notice'
import { TextInput } from '#ui/text-input'
import { PasteSettings } from '../connections/form/paste-settings'
import type { TakenValues } from '../connections/form/values'

const kinds = [
  { value: 'microsoft', label: 'Microsoft', description: 'Your own tenant and Azure DevOps organization.' },
  { value: 'sandbox', label: 'Sandbox', description: 'Practise with an emulated tenant. Nothing can go wrong.' },
] as const

/** `retryCountMax` is whatever was pasted for a number. */
const draftOf = ({ retryCountMax, ...values }: TakenValues): SetupDraft => ({
  ...values,
  ...(retryCountMax !== undefined && { retryCountMax: String(retryCountMax) }),
})

const rights: readonly { readonly helper: Helper; readonly label: string; readonly description: string }[] = [
  {
    helper: 'entra',
    label: 'I may register apps in Microsoft Entra ID',
    description: 'If not, a colleague does steps 1 to 3 by a link that you send.',
  },
  {
    helper: 'organization',
    label: 'I may add users to the Azure DevOps organization',
    description: 'Project Collection Administrators may. If not, a colleague does step 4 by a link.',
  },
]

/** Needs words and waiting of its own, so it comes after the form. */
const OrganizationLookup = dynamic(async () => (await import('./organization-lookup')).OrganizationLookup, {
  ssr: false,
  loading: () => <div className="min-h-5" />,
})

function useStart(draft: SetupDraft) {
  const { push } = useRouter()
  const start = useStartSetup()
  const submit = () => start.mutate(draft, { onSuccess: ({ id }) => push(`/setup/${id}/register-app`) })
  return { start, submit }
}

/** Asks for no more than is needed to begin: which organization, and who else has to help. */
export function StartForm({ startWithSandbox }: { readonly startWithSandbox: boolean }) {
  const { data: sandbox } = useQuery({ ...sandboxQuery(), enabled: false })
  const [isSandbox, setSandbox] = useState(startWithSandbox && sandbox !== undefined)
  const [text, setText] = useState(isSandbox ? (sandbox?.organization ?? '') : '')
  const [helpers, setHelpers] = useState<readonly Helper[]>([])
  const [isTried, setTried] = useState(false)
  const organization = organizationOf(text)
  const name = organization ?? ''
  const [pasted, setPasted] = useState<SetupDraft>({})
  const { start, submit } = useStart({ name, ...pasted, sandbox: isSandbox, organization: name, helpers: [...helpers] })

  function choose(kind: 'microsoft' | 'sandbox') {
    setSandbox(kind === 'sandbox')
    setText(kind === 'sandbox' ? (sandbox?.organization ?? '') : '')
  }

  function take(values: TakenValues) {
    setPasted({ ...pasted, ...draftOf(values) })
    if (values.organization) setText(values.organization)
  }

  const toggle = (helper: Helper) =>
    setHelpers(helpers.includes(helper) ? helpers.filter((one) => one !== helper) : [...helpers, helper])

  function send(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (organization) submit()
  }

  return (
    <Card title="Begin a setup" actions={<PasteSettings onTake={take} />}>
      <form onSubmit={send} noValidate className="space-y-6">
        {start.isError && <ProblemNotice error={start.error} />}
        {sandbox && (
          <Choice
            legend="Where to connect"
            name="kind"
            value={isSandbox ? 'sandbox' : 'microsoft'}
            options={kinds}
            onChange={choose}
          />
        )}
        <div className="space-y-2">
          <Field
            label="Organization"
            description="The name in https://dev.azure.com/{name}, or the whole address."
            error={isTried && !organization ? 'Enter the name of the organization or its address' : undefined}
          >
            <TextInput value={text} onChange={(event) => setText(event.target.value)} placeholder="contoso" />
          </Field>
          <OrganizationLookup organization={organization} isSandbox={isSandbox} />
        </div>
        <fieldset className="space-y-3">
          <legend className="mb-2 font-medium text-sm">What you can do yourself</legend>
          {rights.map(({ helper, label, description }) => (
            <Checkbox
              key={helper}
              label={label}
              description={description}
              checked={!helpers.includes(helper)}
              onChange={() => toggle(helper)}
            />
          ))}
        </fieldset>
        <Button type="submit" variant="primary" busy={start.isPending}>
          Begin
        </Button>
      </form>
    </Card>
  )
}
