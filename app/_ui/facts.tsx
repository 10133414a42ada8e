import type { ReactNode } from 'react'

/** Labelled values, label beside value where there is room. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="divide-y divide-line">{children}</dl>
}

export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 py-2 first:pt-0 last:pb-0 sm:grid-cols-[11rem_1fr]">
      <dt className="text-muted text-sm leading-6 sm:leading-7">{label}</dt>
      <dd className="min-w-0 wrap-anywhere leading-7">{children}</dd>
    </div>
  )
}
