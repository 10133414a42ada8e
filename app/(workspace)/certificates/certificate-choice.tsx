import type { Choice as Answer } from '#lib/platform/errors/index'
import { Choice } from '#ui/choice'
import { Notice } from '#ui/notice'

interface CertificateChoiceProps {
  readonly choices: readonly Answer[]
  readonly value: string | undefined
  readonly error: string | undefined
  readonly onChange: (thumbprintSha256: string) => void
}

/** The question comes up above the button that was just pressed, so it takes the focus. */
const focusFirst = (group: HTMLElement | null) => group?.querySelector('input')?.focus()

function Facts({ facts }: Pick<Answer, 'facts'>) {
  return facts.map(({ label, value }) => (
    <span key={label} className="mt-1 block">
      {label} <span className="wrap-anywhere font-mono text-xs">{value}</span>
    </span>
  ))
}

/** Which of several certificates in the files is meant. */
export function CertificateChoice({ choices, value, error, onChange }: CertificateChoiceProps) {
  const options = choices.map(({ label, facts, ...choice }) => ({
    ...choice,
    label,
    description: <Facts facts={facts} />,
  }))
  return (
    <div ref={focusFirst} className="space-y-4">
      <div role="alert">
        <Notice title="There is more than one certificate with its key">
          <p>Choose the one that is, or will be, uploaded to the app registration; its thumbprint tells.</p>
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
