'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Certificate } from '#lib/certificates/schema'
import { type PastedSettings, readSettings } from '#lib/connections/elsewhere/schema'
import { certificatesQuery } from '#query/certificates'
import { Button } from '#ui/button'
import { Dialog, DialogActions } from '#ui/dialog'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-area'
import { PasteResult } from './paste-result'
import type { TakenValues } from './values'

const certificateOf = (certificates: readonly Certificate[], thumbprint: string | undefined) =>
  certificates.find((one) => thumbprint === one.thumbprintSha1 || thumbprint === one.thumbprintSha256)

interface PasteDialogProps {
  readonly onClose: () => void
  readonly onTake: (values: TakenValues) => void
}

/** The text is read here in the browser and forgotten; only what was understood of it goes into the form. */
export function PasteDialog({ onClose, onTake }: PasteDialogProps) {
  const [text, setText] = useState('')
  const [read, setRead] = useState<PastedSettings>()
  const { data: certificates = [] } = useQuery(certificatesQuery())
  const certificate = certificateOf(certificates, read?.thumbprint)

  function take() {
    const found = readSettings(text)
    const id = certificateOf(certificates, found.thumbprint)?.id
    setText('')
    setRead(found)
    onTake({ ...found.values, ...(id && { certificateId: id }) })
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Paste settings"
      description="A connection string, environment variables, or commands of the Azure CLI, PowerShell, Git or curl, or Terraform. The text is read in this browser and sent nowhere."
    >
      {read ? (
        <PasteResult read={read} certificate={certificate} />
      ) : (
        <Field label="Settings of another tool">
          <TextArea
            value={text}
            rows={7}
            className="font-mono text-sm"
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      )}
      <DialogActions>
        {read ? (
          <>
            <Button onClick={() => setRead(undefined)}>Paste more</Button>
            <Button variant="primary" onClick={onClose}>
              Done
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" disabled={text.trim() === ''} onClick={take}>
              Fill in
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  )
}
