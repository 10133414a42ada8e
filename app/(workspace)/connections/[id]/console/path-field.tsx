'use client'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { useRef, useState } from 'react'
import type { Completion } from '#lib/platform/addresses/complete-path'
import { Badge } from '#ui/badge'
import { useControl } from '#ui/field'
import { controlClass } from '#ui/text-input'

interface PathFieldProps {
  readonly value: string
  readonly completions: readonly Completion[]
  readonly onChange: (path: string) => void
}

/** More than anybody reads; the next letter makes them fewer. */
const shownAtMost = 50

/** What is still to be filled in is selected, so that typing replaces it. */
function selectPlaceholder(input: HTMLInputElement | null): void {
  const placeholder = /\$?\{\*?\w+\}/.exec(input?.value ?? '')
  if (placeholder) input?.setSelectionRange(placeholder.index, placeholder.index + placeholder[0].length)
}

interface SuggestionProps {
  readonly completion: Completion
  readonly onChoose: () => void
}

function Suggestion({ completion, onChoose }: SuggestionProps) {
  return (
    <Autocomplete.Item
      value={completion}
      onClick={onChoose}
      className="flex min-h-11 cursor-default items-center gap-3 rounded-lg px-3 py-1.5 outline-none data-highlighted:bg-accent-soft data-highlighted:text-accent-ink sm:min-h-9"
    >
      <span className="wrap-anywhere min-w-0 flex-1 font-mono text-sm">{completion.path}</span>
      {completion.isPreview && <Badge>Preview</Badge>}
    </Autocomplete.Item>
  )
}

/** A path, completed from what the service tells of its resources. */
export function PathField({ value, completions, onChange }: PathFieldProps) {
  const control = useControl()
  const input = useRef<HTMLInputElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const offered = completions.slice(0, shownAtMost)
  const isShown = isOpen && offered.length > 0

  function choose({ path }: Completion) {
    onChange(path)
    requestAnimationFrame(() => selectPlaceholder(input.current))
  }

  return (
    <Autocomplete.Root
      open={isShown}
      onOpenChange={setIsOpen}
      value={value}
      items={offered}
      filteredItems={offered}
      itemToStringValue={({ path }: Completion) => path}
      onValueChange={onChange}
    >
      <Autocomplete.Input
        {...control}
        ref={input}
        // Closed unseen, so that it does not open by itself when a path comes from elsewhere.
        onBlur={() => !isShown && setIsOpen(false)}
        placeholder="_apis/projects"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        className={`${controlClass} h-11 font-mono sm:h-9 sm:text-sm`}
      />
      {isShown && (
        <Autocomplete.Portal>
          <Autocomplete.Positioner sideOffset={4} className="z-30 outline-none">
            {/* Not in its Popup: that one hides the rest of the page from screen readers, though the keyboard reaches it. */}
            <Autocomplete.List
              aria-label="Paths of this service"
              className="max-h-80 w-(--anchor-width) max-w-(--available-width) overflow-y-auto rounded-xl border border-line bg-surface p-1 shadow-float"
            >
              {(completion: Completion) => (
                <Suggestion key={completion.path} completion={completion} onChoose={() => choose(completion)} />
              )}
            </Autocomplete.List>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      )}
    </Autocomplete.Root>
  )
}
