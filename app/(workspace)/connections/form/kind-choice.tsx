'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { sandboxQuery } from '#query/sandbox'
import { Choice } from '#ui/choice'
import { Notice } from '#ui/notice'
import { useConnectionForm, valuesOfDraft, valuesOfSandbox } from './values'

const kinds = [
  { value: 'microsoft', label: 'Microsoft', description: 'Your own tenant and Azure DevOps organization.' },
  { value: 'sandbox', label: 'Sandbox', description: 'A practice tenant and organization inside Certboard.' },
] as const

type Kind = (typeof kinds)[number]['value']

const filled = ['tokenUrl', 'clientId', 'scope', 'organization'] as const

/** The page has put the sandbox into the cache where it is on. The sandbox knows its own settings, so choosing it fills them in; choosing Microsoft takes them out again. */
export function KindChoice() {
  const form = useConnectionForm()
  const { data: sandbox } = useQuery({ ...sandboxQuery(), enabled: false })
  const isSandbox = form.watch('sandbox') ?? false
  if (!sandbox) return null

  function choose(kind: Kind) {
    if (!sandbox) return
    const practice = valuesOfSandbox(sandbox, form.getValues('name'))
    const values = kind === 'sandbox' ? practice : valuesOfDraft({})
    const current = form.getValues()
    form.setValue('sandbox', kind === 'sandbox', { shouldDirty: true })
    if (kind === 'sandbox') form.setValue('name', practice.name)
    for (const name of filled) {
      const isTheirs = kind === 'sandbox' || current[name] === practice[name]
      if (isTheirs) form.setValue(name, values[name], { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
    }
  }

  return (
    <div className="space-y-3">
      <Choice
        legend="Where to connect"
        name="kind"
        value={isSandbox ? 'sandbox' : 'microsoft'}
        options={kinds}
        onChange={choose}
      />
      {isSandbox && (
        <Notice>
          <p>
            Token URL, Client ID, Scopes and Organization come from the sandbox. Choose a certificate, then register its
            public part in the{' '}
            <Link href="/sandbox" className="prose-link">
              practice portal
            </Link>
            .
          </p>
        </Notice>
      )}
    </div>
  )
}
