'use client'
import { type ReactNode, useState } from 'react'
import { BareButton } from './button'
import { Icon } from './icon'

interface JsonTreeProps {
  readonly value: unknown
  /** What can be done with a text, beside it; for example follow it. */
  readonly action?: ((text: string) => ReactNode) | undefined
}

type Members = readonly (readonly [name: string, value: unknown])[]

/** Undefined for what has no parts. */
function membersOf(value: unknown): Members | undefined {
  if (Array.isArray(value)) return value.map((one, place) => [String(place), one])
  return typeof value === 'object' && value !== null ? Object.entries(value) : undefined
}

/** More at once would make the page slow; the rest comes on demand. */
const shownAtOnce = 100

function List({
  members,
  depth,
  action,
}: { readonly members: Members; readonly depth: number } & Pick<JsonTreeProps, 'action'>) {
  const [shown, setShown] = useState(shownAtOnce)
  const left = members.length - shown
  return (
    <ul className="ml-1.5 border-line border-l pl-3.5">
      {members.slice(0, shown).map(([name, value]) => (
        <Member key={name} name={name} value={value} depth={depth} action={action} isOnly={members.length === 1} />
      ))}
      {left > 0 && (
        <li>
          <BareButton className="prose-link min-h-9 py-1 sm:min-h-6" onClick={() => setShown(shown + shownAtOnce)}>
            Show {Math.min(left, shownAtOnce)} more of {left}
          </BareButton>
        </li>
      )}
    </ul>
  )
}

function sizeOf(value: unknown, { length }: Members): string {
  if (Array.isArray(value)) return length === 1 ? '1 item' : `${length} items`
  return length === 1 ? '1 member' : `${length} members`
}

/** What people know something by, in the order in which it says most. */
const telling = ['name', 'displayName', 'title', 'id'] as const

/** Tells one closed branch from the next. */
function previewOf(members: Members): string | undefined {
  const known = new Map(members)
  const value = telling.map((name) => known.get(name)).find((one) => ['string', 'number'].includes(typeof one))
  return value === undefined ? undefined : String(value)
}

interface MemberProps extends JsonTreeProps {
  /** Nothing beside it would be seen any better if it were closed. */
  readonly isOnly?: boolean
  readonly name: string
  readonly depth: number
}

/** A chain of only children ends at some time, so that it cannot open without limit. */
const openedAtMost = 20

function Leaf({ name, value, action }: MemberProps) {
  return (
    <li className="wrap-anywhere py-0.5 pl-5">
      <span className="text-muted">{name}: </span>
      <span className={typeof value === 'string' ? undefined : 'text-accent-ink'}>{JSON.stringify(value)}</span>
      {typeof value === 'string' && action?.(value)}
    </li>
  )
}

function Branch({ name, value, depth, action, members, isOnly = false }: MemberProps & { readonly members: Members }) {
  const [isOpen, setIsOpen] = useState(depth < 2 || (isOnly && depth < openedAtMost))
  const preview = isOpen ? undefined : previewOf(members)
  return (
    <li>
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="flex min-h-9 list-none items-center gap-1 rounded hover:bg-sunken sm:min-h-6">
          <Icon name="right" className={`size-4 text-muted transition-transform ${isOpen ? 'rotate-90' : ''}`} />
          <span>
            <span className="text-muted">{name}: </span>
            {preview ?? sizeOf(value, members)}
          </span>
        </summary>
        {isOpen && <List members={members} depth={depth + 1} action={action} />}
      </details>
    </li>
  )
}

function Member(props: MemberProps) {
  const members = membersOf(props.value)
  return members && members.length > 0 ? <Branch {...props} members={members} /> : <Leaf {...props} />
}

/** JSON as a tree that opens and closes; what is closed is not in the page. */
export function JsonTree({ value, action }: JsonTreeProps) {
  return (
    <ul className="font-mono text-sm">
      <Member name="answer" value={value} depth={0} action={action} />
    </ul>
  )
}
