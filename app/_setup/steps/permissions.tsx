import { Notice } from '#ui/notice'
import { PermissionsDrawing } from '../drawings/permissions'
import type { Guide } from './guide'
import { Instructions } from './instructions'

export function Permissions({ values, portal, commands }: Guide) {
  return (
    <>
      <Notice title="Not needed for this kind of connection">
        <p>
          Many guides ask for delegated permissions and admin consent here. Those count when a person signs in through
          an app. Certboard's app signs in as itself, and Azure DevOps takes its rights from step 4: Microsoft says that
          it does not use Entra permissions for that.
        </p>
        <p>
          It does no harm to the connection, but consent to vso.* lets the app act for any user, should it ever be used
          with a sign-in of people. Skip the step, or do it if a checklist of your company asks for it.
        </p>
      </Notice>
      <Instructions
        portal={portal}
        commands={commands}
        lines={[
          <>
            <strong>API permissions › Add a permission › Azure DevOps › Delegated permissions.</strong> Choose for
            example vso.project and vso.work_full.
          </>,
          <>
            Press <strong>Grant admin consent</strong>.
          </>,
        ]}
        drawing={<PermissionsDrawing appName={values.appName} />}
      />
    </>
  )
}
