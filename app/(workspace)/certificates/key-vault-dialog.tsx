'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { FormProvider, useForm, useFormContext } from 'react-hook-form'
import {
  type Certificate,
  type LinkKeyVaultForm,
  type LinkKeyVaultInput,
  linkKeyVaultInput,
} from '#lib/certificates/schema'
import { certificatesQuery, useLinkKeyVault } from '#query/certificates'
import { showFieldErrors } from '#query/field-errors'
import { sandboxQuery } from '#query/sandbox'
import { Button } from '#ui/button'
import { Choice } from '#ui/choice'
import { Dialog, DialogActions } from '#ui/dialog'
import { Field } from '#ui/field'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'
import { Select } from '#ui/select'
import { TextInput } from '#ui/text-input'

interface KeyVaultDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone?: (certificate: Certificate) => void
}

export function KeyVaultDialog({ open, onClose, onDone }: KeyVaultDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Use a certificate in a key vault"
      description="Certboard reads the public certificate and has the vault sign once, to see that it works. The private key never leaves the vault."
    >
      <KeyVaultForm onClose={onClose} {...(onDone && { onDone })} />
    </Dialog>
  )
}

const useKeyVaultForm = () => useFormContext<LinkKeyVaultForm, unknown, LinkKeyVaultInput>()

const empty = { vault: '', certificateName: '', tokenUrl: '', clientId: '' }

const places = [
  { value: 'azure', label: 'Azure', description: 'A key vault of your own tenant.' },
  { value: 'sandbox', label: 'Sandbox', description: 'The key vault of the practice tenant.' },
] as const

/** The page has put the sandbox into the cache where it is on. It knows its own vault, so choosing it fills that in. */
function Place() {
  const form = useKeyVaultForm()
  const { data: sandbox } = useQuery({ ...sandboxQuery(), enabled: false })
  if (!sandbox) return null

  function choose(place: (typeof places)[number]['value']) {
    if (!sandbox) return
    const { keyVault, tokenUrl, clientId } = sandbox
    const practice = { vault: keyVault.url, certificateName: keyVault.certificate, tokenUrl, clientId }
    form.reset({ ...form.getValues(), ...(place === 'sandbox' ? practice : empty), sandbox: place === 'sandbox' })
  }

  return (
    <Choice
      legend="Where it is"
      name="place"
      value={form.watch('sandbox') ? 'sandbox' : 'azure'}
      options={places}
      onChange={choose}
    />
  )
}

const callers = [
  {
    value: 'managed identity',
    label: 'The managed identity of this server',
    description: 'Where Certboard runs in Azure, and whoever runs it has allowed this vault.',
  },
  {
    value: 'certificate',
    label: 'An app with another certificate',
    description: 'An app registration in the vault’s tenant, signing in with a certificate whose key Certboard has.',
  },
] as const

/** Whom the vault sees calling. */
function Caller() {
  const form = useKeyVaultForm()
  const caller = form.watch('caller')
  return (
    <>
      <Choice
        legend="Who calls the key vault"
        name="caller"
        layout="rows"
        value={caller}
        options={callers}
        onChange={(value) => form.setValue('caller', value)}
      />
      {caller === 'certificate' && <CallingApp />}
      <Notice>
        <p>
          The caller needs two rights at the vault: to read the certificate (role Key Vault Reader) and to sign with its
          key (role Key Vault Crypto User).
        </p>
      </Notice>
    </>
  )
}

function CallingApp() {
  const form = useKeyVaultForm()
  const { errors } = form.formState
  const { data = [] } = useQuery(certificatesQuery())
  return (
    <>
      <Field label="Its certificate" error={errors.certificateId?.message}>
        <Select {...form.register('certificateId')}>
          <option value="">{data.length === 0 ? 'No certificate yet' : 'Choose a certificate'}</option>
          {data.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Token URL"
        description="Of the vault’s tenant; the tenant ID alone will do."
        error={errors.tokenUrl?.message}
      >
        <TextInput {...form.register('tokenUrl')} mono />
      </Field>
      <Field label="Client ID" description="Of the app that calls the vault." error={errors.clientId?.message}>
        <TextInput {...form.register('clientId')} mono />
      </Field>
    </>
  )
}

function useLinking({ onClose, onDone }: Omit<KeyVaultDialogProps, 'open'>) {
  const link = useLinkKeyVault()
  const form = useForm<LinkKeyVaultForm, unknown, LinkKeyVaultInput>({
    resolver: zodResolver(linkKeyVaultInput),
    defaultValues: { ...empty, name: '', certificateId: '', sandbox: false, caller: 'managed identity' },
  })
  // What was checked is sent as it was typed: the server reads it in the same way.
  const submit = form.handleSubmit(() =>
    link.mutate(form.getValues(), {
      onError: (error) => showFieldErrors(form, error),
      onSuccess: (certificate) => {
        onClose()
        onDone?.(certificate)
      },
    }),
  )
  return { link, form, submit }
}

function KeyVaultForm(props: Omit<KeyVaultDialogProps, 'open'>) {
  const { link, form, submit } = useLinking(props)
  const { errors } = form.formState
  return (
    <FormProvider {...form}>
      <form onSubmit={submit} noValidate className="space-y-5">
        {link.isError && <ProblemNotice error={link.error} />}
        <Place />
        <Field
          label="Key vault"
          description="Its name or address, or the identifier of the certificate or its key."
          error={errors.vault?.message}
        >
          <TextInput {...form.register('vault')} placeholder="contoso-vault" mono />
        </Field>
        <Field
          label="Certificate in the vault"
          description="Its name there. Not needed where an identifier names it."
          optional
          error={errors.certificateName?.message}
        >
          <TextInput {...form.register('certificateName')} mono />
        </Field>
        <Caller />
        <Field label="Name" description="How you recognise it here." error={errors.name?.message}>
          <TextInput {...form.register('name')} />
        </Field>
        <DialogActions>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={link.isPending}>
            Link certificate
          </Button>
        </DialogActions>
      </form>
    </FormProvider>
  )
}
