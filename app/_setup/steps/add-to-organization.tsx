import { Card } from '#ui/card'
import { CopiedFact } from '#ui/copied-fact'
import { Facts } from '#ui/facts'
import { OrganizationUsersDrawing } from '../drawings/organization-users'
import { ServicePrincipalField } from '../id-fields'
import type { Guide } from './guide'
import { Instructions } from './instructions'
import { Rights } from './rights'

const ids = [
  ['Application (client) ID', 'App registrations › Overview. Signs in. Not wanted here.'],
  ['Object ID of the registration', 'App registrations › Overview. Used by Microsoft Graph only. Not wanted here.'],
  ['Object ID of the enterprise application', 'Enterprise applications › the app. This is what Azure DevOps knows.'],
] as const

function ThreeIds() {
  return (
    <Card
      title="Three IDs that are often mixed up"
      description="An app has one Client ID and two Object IDs. The search by name avoids all of them; tools ask for the last one."
    >
      <dl className="mb-5 divide-y divide-line">
        {ids.map(([name, about]) => (
          <div key={name} className="grid gap-x-6 gap-y-0.5 py-2 first:pt-0 sm:grid-cols-[16rem_1fr]">
            <dt className="font-medium text-sm">{name}</dt>
            <dd className="text-muted text-sm">{about}</dd>
          </div>
        ))}
      </dl>
      <ServicePrincipalField />
    </Card>
  )
}

export function AddToOrganization({ values, portal, commands }: Guide) {
  const { appName, organization, clientId } = values
  return (
    <>
      <Instructions
        portal={portal}
        commands={commands}
        lines={[
          <>
            <strong>Organization settings › Users › Add users.</strong> Search the app by its name and choose it.
          </>,
          <>
            Access level <strong>Basic</strong>. A Stakeholder reads work items, but no repositories and no Analytics.
          </>,
          <>
            <strong>Add to projects</strong>: at least one, as Reader or Contributor. Without a project the app sees
            nothing.
          </>,
          <>Press Add. Each access level above Stakeholder may cost a licence; group rules do not give one to apps.</>,
        ]}
        drawing={<OrganizationUsersDrawing appName={appName} organization={organization || 'organization'} />}
      >
        <Facts>
          <CopiedFact label="Name to search for" value={appName} />
          {clientId && <CopiedFact label="Application (client) ID" value={clientId} />}
        </Facts>
      </Instructions>
      <Rights />
      <ThreeIds />
    </>
  )
}
