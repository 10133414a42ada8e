import { CopyButton } from './copy-button'

interface CodeBlockProps {
  readonly text: string
  /** What it is, for example “Azure CLI commands”. */
  readonly what: string
}

/** Text to be copied as it is. Long lines scroll inside; the keyboard reaches them too. */
export function CodeBlock({ text, what }: CodeBlockProps) {
  return (
    <div className="relative rounded-xl border border-line bg-sunken">
      <div className="absolute top-1.5 right-1.5 rounded-md bg-sunken">
        <CopyButton text={text} what={what} />
      </div>
      <section
        aria-label={what}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="overflow-x-auto rounded-xl p-4 pr-12"
      >
        <pre className="font-mono text-sm leading-6">{text}</pre>
      </section>
    </div>
  )
}
