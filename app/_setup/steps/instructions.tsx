import type { ReactNode } from 'react'
import type { Command } from '#lib/setup/commands/command'
import type { PortalLink } from '#lib/setup/guide'
import { Card } from '#ui/card'
import { CodeBlock } from '#ui/code-block'
import { Icon } from '#ui/icon'

const toolNames = {
  'azure-cli': 'Azure CLI',
  powershell: 'PowerShell',
  graph: 'Graph REST',
  terraform: 'Terraform',
} as const

interface InstructionsProps {
  readonly portal: PortalLink | undefined
  /** One sentence each, numbered as in the drawing. */
  readonly lines: readonly ReactNode[]
  readonly drawing: ReactNode
  readonly commands: readonly Command[]
  readonly children?: ReactNode
}

function PortalWay({ portal, lines, drawing, children }: Omit<InstructionsProps, 'commands'>) {
  return (
    <div className="space-y-5">
      {children}
      <ol className="list-decimal space-y-1.5 pl-5 marker:font-semibold marker:text-accent-ink">
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one step never move
          <li key={place} className="max-w-prose pl-1">
            {line}
          </li>
        ))}
      </ol>
      {drawing}
      {portal && (
        <a
          href={portal.href}
          target="_blank"
          rel="noreferrer"
          className="prose-link inline-flex min-h-6 items-center gap-1.5 font-medium"
        >
          {portal.label}
          <Icon name="external" />
          <span className="sr-only">(opens in a new tab)</span>
        </a>
      )}
    </div>
  )
}

/** One way among several, folded until somebody wants it; opening one folds the others. */
function CommandWay({ command }: { readonly command: Command }) {
  return (
    <details name="command-ways" className="group rounded-xl border border-line">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-xl px-4 py-2 font-medium hover:bg-sunken sm:min-h-9">
        <Icon name="right" className="size-4 text-muted transition-transform group-open:rotate-90" />
        With {toolNames[command.tool]}
      </summary>
      <div className="space-y-4 border-line border-t p-4">
        <CodeBlock text={command.text} what={`${toolNames[command.tool]} commands`} />
        {command.notes.length > 0 && (
          <ul className="list-disc space-y-1 pl-5 text-muted text-sm">
            {command.notes.map((note) => (
              <li key={note} className="max-w-prose">
                {note}
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}

/** How a step is done: by hand in the portal, or by the tool that somebody prefers. */
export function Instructions({ commands, ...portalWay }: InstructionsProps) {
  return (
    <Card title="How it is done">
      <PortalWay {...portalWay} />
      {commands.length > 0 && (
        <section aria-label="The same by a tool" className="mt-6 space-y-2">
          {commands.map((command) => (
            <CommandWay key={command.tool} command={command} />
          ))}
        </section>
      )}
    </Card>
  )
}
