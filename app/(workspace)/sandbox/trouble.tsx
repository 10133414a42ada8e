'use client'
import { useEndTrouble } from '#query/sandbox'
import { Button } from '#ui/button'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'

/** Says what was set by the control API: without it a person would look for the fault at the wrong place. */
export function Trouble({ trouble }: { readonly trouble: readonly string[] }) {
  const end = useEndTrouble()
  return (
    <div className="mb-6 space-y-4">
      <Notice
        tone="warning"
        title="A script makes trouble in this sandbox"
        actions={
          <Button busy={end.isPending} onClick={() => end.mutate(undefined)}>
            End the trouble
          </Button>
        }
      >
        <ul className="wrap-anywhere list-disc pl-5">
          {trouble.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Notice>
      {end.isError && <ProblemNotice error={end.error} />}
    </div>
  )
}
