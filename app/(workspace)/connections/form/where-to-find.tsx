import { Card } from '#ui/card'

const places = [
  ['Token URL', 'Entra ID › App registrations › Endpoints › OAuth 2.0 token endpoint (v2)'],
  ['Client ID', 'Entra ID › App registrations › your app › Overview'],
  ['Certificate', 'Made or imported here; its public file goes to your app › Certificates & secrets'],
  ['Organization', 'The first part of the path after dev.azure.com'],
] as const

/** For those who fill the form in for the first time. */
export function WhereToFind() {
  return (
    <Card title="Where to find it" className="lg:sticky lg:top-8">
      <dl className="space-y-3 text-sm">
        {places.map(([label, place]) => (
          <div key={label}>
            <dt className="font-medium">{label}</dt>
            <dd className="text-muted">{place}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 border-line border-t pt-4 text-muted text-sm">
        The app must also be a user of the organization: Organization settings › Users › Add users.
      </p>
    </Card>
  )
}
