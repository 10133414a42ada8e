'use client'
import { useState } from 'react'
import type { Certificate } from '#lib/certificates/schema'
import type { ElsewhereText } from '#lib/connections/elsewhere/schema'
import { Card } from '#ui/card'
import { CodeBlock } from '#ui/code-block'
import { Field } from '#ui/field'
import { Notice } from '#ui/notice'
import { Select } from '#ui/select'
import { AssertionPanel } from './assertion-panel'

const curl = 'curl'

function ToolText({ text: { title, text, notes } }: { readonly text: ElsewhereText }) {
  return (
    <>
      <CodeBlock text={text} what={title} />
      <ul className="list-disc space-y-1 pl-5 text-muted text-sm">
        {notes.map((note) => (
          <li key={note} className="wrap-anywhere">
            {note}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Other tools sign by themselves, so they need a key of their own where ours cannot be taken out. */
function KeyNotice({ source }: { readonly source: Certificate['source'] }) {
  if (source === 'imported') return null
  return (
    <Notice>
      <p>
        The private key of this certificate never leaves the {source === 'key vault' ? 'key vault' : 'server'}. For
        another tool make a certificate there and upload its public part to the same app registration, beside this one.
      </p>
    </Notice>
  )
}

interface ElsewhereCardProps {
  readonly id: string
  readonly texts: readonly ElsewhereText[]
  readonly source: Certificate['source']
  readonly isSandbox: boolean
  /** Whether the member may be shown an assertion. */
  readonly maySign: boolean
}

export function ElsewhereCard({ id, texts, source, isSandbox, maySign }: ElsewhereCardProps) {
  const [tool, setTool] = useState(texts[0]?.tool ?? curl)
  const text = texts.find((one) => one.tool === tool)
  return (
    <Card
      title="Use this connection elsewhere"
      description="The same app and organization in the words of other tools. No secret is in these texts; where the file with your key is, you fill in."
    >
      <div className="space-y-4">
        <Field label="Tool">
          <Select value={tool} onChange={(event) => setTool(event.target.value)}>
            {texts.map((one) => (
              <option key={one.tool} value={one.tool}>
                {one.title}
              </option>
            ))}
            {maySign && <option value={curl}>curl, with a signed assertion</option>}
          </Select>
        </Field>
        {isSandbox && (
          <Notice>
            <p>
              This is a connection to the sandbox. Other tools ask Microsoft, which knows neither this tenant nor this
              organization.
            </p>
          </Notice>
        )}
        {text ? <ToolText text={text} /> : <AssertionPanel id={id} />}
        {text && <KeyNotice source={source} />}
      </div>
    </Card>
  )
}
