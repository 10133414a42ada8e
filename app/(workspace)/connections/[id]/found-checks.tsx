import { type CheckResult, checkTitles } from '#lib/connections/schema'
import { Card } from '#ui/card'
import { CheckRow } from './check-row'

/** The checks of a test that has ended, with what each found. */
export function FoundChecks({ results }: { readonly results: readonly CheckResult[] }) {
  return (
    <Card title="What was found">
      <ol className="divide-y divide-line border-line border-t">
        {results.map((result) => (
          <CheckRow
            key={result.id}
            title={checkTitles[result.id]}
            result={result}
            isRunning={false}
            place={undefined}
          />
        ))}
      </ol>
    </Card>
  )
}
