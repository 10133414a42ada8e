import type { Choice as Answer } from '#lib/platform/errors/index'
import type { Problem } from '#query/problem'
import { Choice } from '#ui/choice'
import { Notice } from '#ui/notice'
import { isThumbprint, ThumbprintText } from '#ui/thumbprint'

interface CertificateChoiceProps {
  /** `certificate_choice_needed`, with the choices. */
  readonly question: Problem
  readonly value: string | undefined
  readonly error: string | undefined
  readonly onChange: (thumbprintSha256: string) => void
}

/** The question comes up above the button that was just pressed, so it takes the focus. */
const focusFirst = (group: HTMLElement | null) => group?.querySelector('input')?.focus()

const describe = (facts: Answer['facts']) =>
  facts.map(({ label, value }) => (
    <span key={label} className="mt-1 block">
      {label} {isThumbprint(value) ? <ThumbprintText value={value} /> : value}
    </span>
  ))

/** Which of several certificates in the files is meant. */
export function CertificateChoice({ question, value, error, onChange }: CertificateChoiceProps) {
  const options = (question.choices ?? []).map(({ facts, ...choice }) => ({ ...choice, description: describe(facts) }))
  return (
    <div ref={focusFirst} className="space-y-4">
      <div role="alert">
        <Notice title={question.title}>
          <p>{question.remedy}</p>
        </Notice>
      </div>
      <Choice
        legend="Which certificate"
        name="certificate"
        layout="rows"
        value={value}
        options={options}
        error={error}
        onChange={onChange}
      />
    </div>
  )
}
