import 'server-only'
import { azureDevOpsAppId } from '#lib/platform/entra/schema'
import { answerNote, basic, entitlementsPath, exampleScopes, objectIdNote, projectNote } from './azure-devops'
import { bashScript, bashVariable } from './bash'
import type { CommandValues, Steps } from './command'

const clientId = ({ clientId }: CommandValues) => bashVariable('CLIENT_ID', clientId, 'Application (client) ID')
const ado = `AZURE_DEVOPS=${azureDevOpsAppId}`

const registerApp = ({ appName, tenant }: CommandValues) => ({
  text: bashScript(
    bashVariable('TENANT', tenant, 'Directory (tenant) ID or a domain of the tenant'),
    bashVariable('APP_NAME', appName, 'name of the app'),
    'az login --tenant "$TENANT" --allow-no-subscriptions --output none',
    'CLIENT_ID=$(az ad app create --display-name "$APP_NAME" --sign-in-audience AzureADMyOrg --query appId --output tsv)',
    'az ad sp create --id "$CLIENT_ID" --output none',
    'echo "Application (client) ID: $CLIENT_ID"',
    'echo "Directory (tenant) ID: $(az account show --query tenantId --output tsv)"',
  ),
  notes: [
    ...(appName.includes("'") ? ['az cannot look for a name that has an apostrophe: choose another one.'] : []),
    'If there is an app of this name already, az changes that one instead of making another.',
    'The service principal (az ad sp create) is what signs in; without it Entra ID answers AADSTS7000229.',
  ],
})

const uploadCertificate = (values: CommandValues) => ({
  text: bashScript(
    clientId(values),
    bashVariable('CERTIFICATE', values.certificate?.fileName, 'path of the public .pem file'),
    bashVariable('END', values.certificate?.notAfter, 'last day of the certificate, as 2027-06-30'),
    'az ad app credential reset --id "$CLIENT_ID" --cert "@$CERTIFICATE" --append --end-date "$END" --output none',
    'az ad app credential list --id "$CLIENT_ID" --cert --query \'[].customKeyIdentifier\' --output tsv',
  ),
  notes: [
    'Without --append the certificates that are there are removed; without --end-date this one ends after a year.',
    'The last line lists the thumbprints (SHA-1) that the app has now. In PowerShell write --cert `@file instead.',
  ],
})

const addPermissions = (values: CommandValues) => ({
  text: bashScript(
    clientId(values),
    ado,
    `for SCOPE in ${exampleScopes.join(' ')}; do`,
    '  ID=$(az ad sp show --id "$AZURE_DEVOPS" --query "oauth2PermissionScopes[?value==\'$SCOPE\'].id" --output tsv)',
    '  az ad app permission add --id "$CLIENT_ID" --api "$AZURE_DEVOPS" --api-permissions "$ID=Scope"',
    'done',
    `az ad app permission grant --id "$CLIENT_ID" --api "$AZURE_DEVOPS" --scope '${exampleScopes.join(' ')}' --output none`,
  ),
  notes: ['The last line gives consent on behalf of the whole tenant; it needs an administrator.'],
})

const addToOrganization = (values: CommandValues) => ({
  text: bashScript(
    clientId(values),
    bashVariable('ORGANIZATION', values.organization, 'name of the organization, as in dev.azure.com/name'),
    ado,
    'OBJECT_ID=$(az ad sp show --id "$CLIENT_ID" --query id --output tsv)',
    'az rest --method post --resource "$AZURE_DEVOPS" --headers Content-Type=application/json \\',
    `  --uri "https://vsaex.dev.azure.com/$ORGANIZATION/${entitlementsPath}" \\`,
    `  --body '{"accessLevel":${JSON.stringify(basic)},"servicePrincipal":{"origin":"aad","originId":"'"$OBJECT_ID"'","subjectKind":"servicePrincipal"}}' \\`,
    "  --query '{isSuccess: isSuccess, errors: operationResult.errors}'",
  ),
  notes: [objectIdNote, answerNote, projectNote],
})

/** Azure CLI in bash; flags as of 2.45 to 2.70. */
export const azureCli: Steps = { 1: registerApp, 2: uploadCertificate, 3: addPermissions, 4: addToOrganization }
