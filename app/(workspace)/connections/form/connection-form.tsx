'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { FormProvider, type UseFormReturn, useForm } from 'react-hook-form'
import {
  type Connection,
  type ConnectionInput,
  type ConnectionSettings,
  connectionInput,
} from '#lib/connections/schema'
import {
  normaliseGuid,
  normaliseOrganization,
  normaliseScope,
  normaliseTokenUrl,
} from '#lib/platform/addresses/normalise'
import { apiVersions } from '#lib/platform/azure-devops/schema'
import { scopes } from '#lib/platform/entra/schema'
import { useSaveConnection } from '#query/connections'
import { showFieldErrors } from '#query/field-errors'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { LinkButton } from '#ui/link-button'
import { ProblemNotice } from '#ui/problem-notice'
import { CertificateField } from './certificate-field'
import { KindChoice } from './kind-choice'
import { RetryFields } from './retry-fields'
import { SelectField } from './select-field'
import { TextField } from './text-field'
import { inputOf } from './values'

type ConnectionFormState = UseFormReturn<ConnectionInput, unknown, ConnectionSettings>

export const useConnectionFormState = (values: ConnectionInput): ConnectionFormState =>
  useForm<ConnectionInput, unknown, ConnectionSettings>({
    resolver: zodResolver(connectionInput),
    defaultValues: values,
    mode: 'onTouched',
  })

interface ConnectionFormProps {
  readonly form: ConnectionFormState
  /** Absent for a new connection. */
  readonly id?: string
  readonly onSaved?: (connection: Connection) => void | Promise<void>
  /** Where to go once it is saved; to the connection unless given. */
  readonly pathAfter?: (connection: Connection) => string
  readonly projectList?: string
  readonly status?: ReactNode
  /** Within a setup it is clear where to connect, and leaving goes by its steps. */
  readonly isStep?: boolean
}

/** The documented parameters under their documented labels, in their documented order. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { form, id, onSaved, pathAfter = ({ id }) => `/connections/${id}`, projectList, status, isStep = false } = props
  const router = useRouter()
  const save = useSaveConnection(id)
  const submit = form.handleSubmit(() =>
    save.mutate(inputOf(form.getValues()), {
      onError: (error) => showFieldErrors(form, error),
      onSuccess: async (saved) => {
        await onSaved?.(saved)
        router.push(pathAfter(saved))
      },
    }),
  )

  return (
    <FormProvider {...form}>
      <form onSubmit={submit} noValidate className="space-y-4">
        {save.isError && <ProblemNotice error={save.error} />}
        <Card className="space-y-5">
          {!isStep && <KindChoice />}
          <TextField name="name" placeholder="Contoso" description="How your team recognises this connection." />
        </Card>
        <EntraFields />
        <AzureDevOpsFields {...(projectList !== undefined && { projectList })} />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" busy={save.isPending}>
            Save connection
          </Button>
          {!isStep && <LinkButton href={id === undefined ? '/' : `/connections/${id}`}>Cancel</LinkButton>}
          {status}
        </div>
      </form>
    </FormProvider>
  )
}

function EntraFields() {
  return (
    <Card title="Microsoft Entra ID" description="Who signs in: the app registration and its certificate.">
      <div className="space-y-5">
        <TextField
          name="tokenUrl"
          mono
          normalise={normaliseTokenUrl}
          placeholder="https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token"
          description="Paste the token endpoint, or only your tenant ID or domain."
        />
        <TextField
          name="clientId"
          mono
          normalise={normaliseGuid}
          placeholder="00000000-0000-0000-0000-000000000000"
          description="The Application (client) ID on the app's Overview page, not the object ID."
        />
        <CertificateField />
        <TextField
          name="scope"
          mono
          list="scopes"
          normalise={normaliseScope}
          description="Ends with /.default. Both that are offered stand for Azure DevOps; Microsoft advises the one with the application ID."
        />
        <datalist id="scopes">
          {scopes.map((scope) => (
            <option key={scope} value={scope} />
          ))}
        </datalist>
      </div>
    </Card>
  )
}

function AzureDevOpsFields({ projectList }: { readonly projectList?: string }) {
  return (
    <Card title="Azure DevOps" description="What is read: the organization and how its API is called.">
      <div className="space-y-5">
        <TextField
          name="organization"
          normalise={normaliseOrganization}
          placeholder="contoso"
          description="The name in https://dev.azure.com/{name}. The whole address is understood too."
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField name="apiVersion" options={apiVersions} />
          <TextField name="defaultProject" optional {...(projectList !== undefined && { list: projectList })} />
        </div>
        <RetryFields />
      </div>
    </Card>
  )
}
