'use client'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { type ScenarioId, type SimulatedTry, scenarios, simulateRetries } from '#lib/connections/retries/schema'
import { retryPolicy } from '#lib/platform/azure-devops/schema'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import { RetryTimeline } from './retry-timeline'
import { secondsText, waitText } from './retry-words'
import { useConnectionForm } from './values'

const scenarioIds = Object.keys(scenarios) as ScenarioId[]

function useTypedPolicy() {
  const { control } = useConnectionForm()
  const [retryMode, retryStatusCodeList, retryCountMax, retryMultiplyWaitTime] = useWatch({
    control,
    name: ['retryMode', 'retryStatusCodeList', 'retryCountMax', 'retryMultiplyWaitTime'],
  })
  return retryPolicy.safeParse({ retryMode, retryStatusCodeList, retryCountMax, retryMultiplyWaitTime }).data
}

/** What the policy comes to as it is typed, beside what the server asks for, which wins. */
export function RetrySimulation() {
  const policy = useTypedPolicy()
  const [chosen, setChosen] = useState<ScenarioId>('throttled')
  return (
    <div className="space-y-4 border-line border-t p-4">
      <Field label="What happens if Azure DevOps answers" description="Nothing is sent; this is only computed.">
        <Select value={chosen} onChange={(event) => setChosen(event.target.value as ScenarioId)}>
          {scenarioIds.map((id) => (
            <option key={id} value={id}>
              {scenarios[id].label}
            </option>
          ))}
        </Select>
      </Field>
      {policy ? (
        <Outcome {...simulateRetries(policy, scenarios[chosen])} />
      ) : (
        <p role="status" className="text-muted text-sm">
          The waits are shown once the retry policy above is complete.
        </p>
      )}
    </div>
  )
}

function Outcome({ tries, heldSeconds }: ReturnType<typeof simulateRetries>) {
  const last = tries.at(-1)
  const isAnswered = last?.next === 'answered'
  const waited = last?.at ? `${secondsText(last.at)} of waiting` : 'no wait'
  return (
    <>
      <p role="status" className="text-sm">
        {isAnswered ? 'Answered' : 'Fails'} after {tries.length === 1 ? '1 try' : `${tries.length} tries`} and {waited}.
        {heldSeconds > 0 && ` The next requests of this connection are held for ${secondsText(heldSeconds)}.`}
      </p>
      <RetryTimeline tries={tries} heldSeconds={heldSeconds} />
      <TryTable tries={tries} />
      <p className="text-muted text-sm">
        A wait of the policy is up to a quarter shorter or longer, so that clients that failed together do not return
        together. Only requests that read are sent again.
      </p>
    </>
  )
}

const thenTexts = {
  retry: 'Waits',
  'new token': 'Asks again with a new token',
  answered: 'Done',
  'given up': 'Gives up',
} as const

function thenText({ next, waits }: SimulatedTry): string {
  const words = waits.map(waitText).join(', then ')
  return words ? `${thenTexts[next]} ${words}` : thenTexts[next]
}

function TryTable({ tries }: { readonly tries: readonly SimulatedTry[] }) {
  return (
    <table className="w-full text-left text-sm">
      <caption className="sr-only">Each try and the wait after it</caption>
      <thead className="text-muted">
        <tr>
          {['Try', 'At', 'Answer', 'Then'].map((name) => (
            <th key={name} scope="col" className="py-2 pr-3 font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-line border-t">
        {tries.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a try is nothing but its place in the order
          <tr key={index}>
            <th scope="row" className="py-2 pr-3 font-normal">
              {index + 1}
            </th>
            <td className="whitespace-nowrap py-2 pr-3">{secondsText(one.at)}</td>
            <td className="py-2 pr-3">{one.status ?? 'none'}</td>
            <td className="py-2">{thenText(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
