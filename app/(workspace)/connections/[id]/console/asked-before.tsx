import { BareButton } from '#ui/button'
import { Card } from '#ui/card'
import type { Draft } from './request'
import type { Asked } from './session'

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })

interface AskedBeforeProps {
  readonly asked: readonly Asked[]
  readonly onChoose: (draft: Draft) => void
}

/** The requests of this visit, to be put back into the form. */
export function AskedBefore({ asked, onChoose }: AskedBeforeProps) {
  if (asked.length === 0) return null
  return (
    <Card title="Asked before" description="Choose one to have it in the form again; nothing is sent by that.">
      <ul className="divide-y divide-line border-line border-t">
        {asked.map(({ draft, outcome, at }) => (
          <li key={at}>
            <BareButton
              onClick={() => onChoose(draft)}
              className="flex min-h-11 w-full items-center gap-3 rounded py-2 text-left text-sm hover:text-accent-ink sm:min-h-9"
            >
              <span className="wrap-anywhere min-w-0 flex-1 font-mono">
                {draft.method} {draft.path}
              </span>
              <span className="text-muted">{outcome}</span>
              <time dateTime={at} className="text-muted">
                {time.format(new Date(at))}
              </time>
            </BareButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
