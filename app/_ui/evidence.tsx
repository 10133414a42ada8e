import type { Evidence } from '#lib/platform/errors/index'
import { isThumbprint, Thumbprint } from './thumbprint'

/** The facts behind a finding or an error, each under its label. */
export function EvidenceTable({ evidence }: { readonly evidence: readonly Evidence[] }) {
  return (
    <table className="w-full text-left text-sm">
      <caption className="sr-only">What was found</caption>
      <tbody className="divide-y divide-line">
        {evidence.map(({ label, value }) => (
          <tr key={`${label} ${value}`} className="flex flex-col py-1.5 sm:table-row">
            <th scope="row" className="py-0.5 pr-4 align-top font-normal text-muted sm:w-48 sm:py-1.5">
              {label}
            </th>
            <td className="wrap-anywhere py-0.5 sm:py-1.5">
              {isThumbprint(value) ? <Thumbprint value={value} what={label} /> : value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
