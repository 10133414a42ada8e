import 'server-only'

/** Those that step 3 names as examples. */
export const exampleScopes = ['vso.project', 'vso.work_full'] as const

/** Member Entitlement Management, “Service Principal Entitlements – Add”; `express` is what its API calls Basic. */
export const entitlementsPath = '_apis/serviceprincipalentitlements?api-version=7.1-preview.1'
export const basic = { accountLicenseType: 'express', licensingSource: 'account' } as const

export const projectNote =
  'It makes the app a member with the access level Basic. Add it to a project too: Project settings › Permissions › Readers or Contributors.'
export const answerNote =
  'Azure DevOps answers 200 even when it refuses: look whether isSuccess is true, and at operationResult if it is not.'
export const objectIdNote =
  'It takes the object ID of the service principal (the enterprise application), not that of the app registration.'
