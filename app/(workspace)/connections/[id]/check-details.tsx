import type { CheckResult } from '#lib/connections/schema'
import type { ExchangeRecord } from '#lib/platform/http/schema'
import { CodeBlock } from '#ui/code-block'
import { durationText } from '#ui/duration'
import { EvidenceTable } from '#ui/evidence'
import { Icon } from '#ui/icon'

/** JSON in lines that can be read; anything else as it came, and so is JSON that was cut off. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

function Body({ title, text }: { readonly title: string; readonly text: string | undefined }) {
  if (!text) return null
  return (
    <div>
      <h5 className="mb-1 font-semibold text-faint text-xs">{title}</h5>
      <CodeBlock text={readable(text)} what={title} />
    </div>
  )
}

function Exchange({ exchange }: { readonly exchange: ExchangeRecord }) {
  const { method, url, status, failure, durationMs, headers, sent, body } = exchange
  return (
    <details className="group/exchange">
      <summary className="flex min-h-11 list-none items-start gap-2 py-2 text-sm hover:text-ink sm:min-h-9">
        <Icon name="right" className="mt-0.5 size-4 text-muted transition-transform group-open/exchange:rotate-90" />
        <span className="wrap-anywhere min-w-0 flex-1 font-mono text-xs leading-5">
          {method} {url}
        </span>
        <span className="whitespace-nowrap text-muted text-xs leading-5">
          {status ?? failure} · {durationText(durationMs)}
        </span>
      </summary>
      <div className="space-y-3 pb-3 pl-6">
        {headers.length > 0 && <EvidenceTable evidence={headers} />}
        <Body title="Sent" text={sent} />
        <Body title="Answer" text={body} />
      </div>
    </details>
  )
}

/** What a check rests on: facts, and each request with its answer. Loaded when somebody wants to see it. */
export function CheckDetails({ facts = [], exchanges = [] }: Pick<CheckResult, 'facts' | 'exchanges'>) {
  return (
    <div className="space-y-3 pt-1">
      {facts.length > 0 && <EvidenceTable evidence={facts} />}
      {exchanges.length > 0 && (
        <ul className="divide-y divide-line border-line border-t">
          {exchanges.map((exchange) => (
            <li key={`${exchange.at} ${exchange.url}`}>
              <Exchange exchange={exchange} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
