import { Card } from '#ui/card'
import { CopiedFact } from '#ui/copied-fact'
import { Facts } from '#ui/facts'
import { NewRegistrationDrawing, OverviewDrawing } from '../drawings/register-app'
import { AppIdFields } from '../id-fields'
import type { Guide } from './guide'
import { Instructions } from './instructions'

export function RegisterApp({ values, portal, commands }: Guide) {
  return (
    <>
      <Instructions
        portal={portal}
        commands={commands}
        lines={[
          <>
            <strong>App registrations › New registration.</strong> Give it a name that says what it is for.
          </>,
          <>
            Choose <strong>this organizational directory only</strong>: the app belongs to one tenant.
          </>,
          <>
            Leave the <strong>redirect URI</strong> empty, because nobody signs in through this app, and press Register.
          </>,
        ]}
        drawing={<NewRegistrationDrawing appName={values.appName} />}
      >
        <Facts>
          <CopiedFact label="Name of the app" value={values.appName} />
        </Facts>
      </Instructions>
      <Card
        title="What the portal shows then"
        description="The Overview page of the new app has three IDs. Two of them are needed here."
      >
        <div className="space-y-6">
          <OverviewDrawing appName={values.appName} />
          <AppIdFields />
        </div>
      </Card>
    </>
  )
}
