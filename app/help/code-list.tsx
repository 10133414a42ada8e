'use client'
import Link from 'next/link'
import { useDeferredValue, useId, useState } from 'react'
import { TextInput } from '#ui/text-input'

interface Entry {
  readonly code: string
  readonly title: string
  readonly cause: string
}

/** Every word must occur somewhere in the entry. */
const matches = (text: string) => {
  const words = text.toLowerCase().split(/\s+/)
  return ({ code, title, cause }: Entry) => {
    const all = `${code} ${title} ${cause}`.toLowerCase()
    return words.every((word) => all.includes(word))
  }
}

export function CodeList({ entries }: { readonly entries: readonly Entry[] }) {
  const id = useId()
  const [text, setText] = useState('')
  const found = entries.filter(matches(useDeferredValue(text)))
  return (
    <div className="space-y-4">
      <search>
        <label htmlFor={id} className="mb-1.5 block font-medium text-sm">
          Find a code or a word
        </label>
        <TextInput
          id={id}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="AADSTS700027, certificate, 401 …"
        />
      </search>
      <p role="status" className="text-muted text-sm">
        {found.length === 0 ? 'Nothing matches. Try fewer words.' : `${found.length} of ${entries.length} codes`}
      </p>
      {found.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-lift">
          {found.map(({ code, title }) => (
            <li key={code}>
              <Link href={`/help/${code}`} className="block px-5 py-3 hover:bg-sunken focus-visible:-outline-offset-2">
                <span className="block font-medium">{title}</span>
                <span className="wrap-anywhere block font-mono text-faint text-xs">{code}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
