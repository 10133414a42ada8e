import type { Right } from '#lib/connections/permissions/schema'
import { Badge } from '#ui/badge'

interface RightsTableProps {
  readonly rights: readonly Right[]
  readonly project: string
}

const cell = 'py-2.5 pr-4 align-top'

function Row({ right: { feature, permission, group, isAllowed } }: { readonly right: Right }) {
  return (
    <tr>
      <th scope="row" className={`${cell} font-medium`}>
        {feature}
        <span className="block font-normal text-muted text-sm">{permission}</span>
      </th>
      <td className={`${cell} text-muted text-sm`}>{group}</td>
      <td className="py-2.5 text-right align-top">
        {isAllowed ? (
          <Badge tone="passed" icon="check">
            Allowed
          </Badge>
        ) : (
          <Badge icon="cross">Not allowed</Badge>
        )}
      </td>
    </tr>
  )
}

/** Each feature, the permission that it rests on, and whether the app has it. */
export function RightsTable({ rights, project }: RightsTableProps) {
  return (
    <table className="w-full text-left">
      <caption className="sr-only">Permissions of the app in {project}</caption>
      <thead className="text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-4 font-medium">
            To
          </th>
          <th scope="col" className="py-2 pr-4 font-medium">
            Least group
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            This app
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-line border-t">
        {rights.map((right) => (
          <Row key={right.id} right={right} />
        ))}
      </tbody>
    </table>
  )
}
