import type { Place, Places } from '#lib/connections/permissions/schema'
import { Card } from '#ui/card'
import { Icon } from '#ui/icon'

interface PlacesTableProps {
  readonly title: string
  /** Undefined where Azure DevOps did not tell them. */
  readonly places: Places | undefined
  /** What the permissions are called. */
  readonly read: string
  readonly write: string
}

function Answer({ isAllowed }: { readonly isAllowed: boolean }) {
  return (
    <span className={isAllowed ? 'text-passed' : 'text-muted'}>
      <Icon name={isAllowed ? 'check' : 'cross'} className="mr-1 inline size-4" />
      {isAllowed ? 'Yes' : 'No'}
    </span>
  )
}

function Row({ place: { name, mayRead, mayWrite } }: { readonly place: Place }) {
  return (
    <tr>
      <th scope="row" className="wrap-anywhere py-2 pr-4 font-normal">
        {name}
      </th>
      <td className="whitespace-nowrap py-2 pr-4">
        <Answer isAllowed={mayRead} />
      </td>
      <td className="whitespace-nowrap py-2">
        <Answer isAllowed={mayWrite} />
      </td>
    </tr>
  )
}

function countOf({ shown, total }: Places): string {
  return total > shown.length ? `The first ${shown.length} of ${total}.` : `${total} in all.`
}

function Table({ title, places, read, write }: PlacesTableProps & { readonly places: Places }) {
  return (
    <table className="w-full text-left text-sm">
      <caption className="sr-only">{title}</caption>
      <thead className="text-muted">
        <tr>
          <th scope="col" className="py-2 pr-4 font-medium">
            Name
          </th>
          <th scope="col" className="py-2 pr-4 font-medium">
            {read}
          </th>
          <th scope="col" className="py-2 font-medium">
            {write}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-line border-t">
        {places.shown.map((place) => (
          <Row key={place.name} place={place} />
        ))}
      </tbody>
    </table>
  )
}

/** Areas, folders or repositories, each with what the app may do there. */
export function PlacesTable({ places, title, ...rest }: PlacesTableProps) {
  if (!places) return <Card title={title}>Azure DevOps did not tell them to the app.</Card>
  return (
    <Card title={title} description={countOf(places)}>
      {places.total > 0 && <Table title={title} places={places} {...rest} />}
    </Card>
  )
}
