'use client'
import { Button } from '#ui/button'
import { look } from '#ui/button-look'
import { Notice } from '#ui/notice'

interface BrokenProps {
  /** In production the message stays on the server; the digest finds it in the log. */
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}

/** A page that could not be rendered. Its links load their page anew, because what is loaded is what broke. */
export function Broken({ error, reset }: BrokenProps) {
  return (
    <div role="alert" className="mx-auto max-w-2xl py-8">
      <h1 className="mb-4 font-semibold text-2xl tracking-tight">This page broke</h1>
      <Notice
        tone="danger"
        title="Something broke on our side"
        actions={
          <>
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
            <a href="/" className={look({ children: 'Home' })}>
              Home
            </a>
          </>
        }
      >
        <p>
          Nothing that was saved is lost. If it happens again, give the number below to the person who runs this
          Certboard; the log holds the details.
        </p>
        <p className="text-muted text-sm">
          <a href="/help/internal" className="prose-link font-mono">
            internal
          </a>
          {error.digest && <span className="ml-3 font-mono">Reference {error.digest}</span>}
        </p>
      </Notice>
    </div>
  )
}
