import { Card } from '#ui/card'

/** What each part of Certboard needs, and no more: after Microsoft's lists of default permissions and access levels. */
const rights = [
  ['Read work items, saved queries, sprints', 'Stakeholder', 'Readers'],
  ['Edit work items', 'Stakeholder', 'Contributors'],
  ['Dashboards with Analytics', 'Basic', 'Readers'],
  ['Repositories and pull requests', 'Basic', 'Readers'],
  ['Builds and test runs', 'Basic', 'Readers'],
] as const

/** So that the app gets what it is used for, and nothing beyond that. */
export function Rights() {
  return (
    <Card
      title="What the app needs for what"
      description="Give the least that covers what your team will use. A service principal takes a licence in every organization; a group in Entra ID alone does not make it a member."
    >
      <div className="overflow-x-auto">
        <table className="w-full text-left text-sm">
          <caption className="sr-only">Access level and group by use</caption>
          <thead className="text-muted">
            <tr>
              <th scope="col" className="py-2 pr-4 font-medium">
                Use
              </th>
              <th scope="col" className="py-2 pr-4 font-medium">
                Access level
              </th>
              <th scope="col" className="py-2 font-medium">
                Group in each project
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line border-line border-t">
            {rights.map(([use, level, group]) => (
              <tr key={use}>
                <th scope="row" className="py-2 pr-4 font-normal">
                  {use}
                </th>
                <td className="py-2 pr-4">{level}</td>
                <td className="py-2">{group}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
