import 'server-only'
import { azureDevOpsAppId } from '#lib/platform/entra/schema'
import { answerNote, basic, entitlementsPath, exampleScopes, objectIdNote, projectNote } from './azure-devops'
import { bashScript, bashVariable, lines } from './bash'
import type { CommandValues, Steps } from './command'

const clientId = ({ clientId }: CommandValues) => bashVariable('CLIENT_ID', clientId, 'Application (client) ID')
const graphToken = bashVariable('GRAPH_TOKEN', undefined, 'access token for https://graph.microsoft.com')

/** Sends JSON with a bearer token, and ends with what the service says where it refuses. */
const send = lines(
  'send() {',
  '  local token=$1',
  '  shift',
  '  curl -sS --fail-with-body -H "Authorization: Bearer $token" -H "Content-Type: application/json" "$@"',
  '}',
)
const graph = 'GRAPH=https://graph.microsoft.com/v1.0'

const tokenNote =
  'A token is had by az account get-access-token --resource https://graph.microsoft.com --query accessToken, or in Graph Explorer. curl and jq are needed.'

const registerApp = ({ appName }: CommandValues) => ({
  text: bashScript(
    graphToken,
    bashVariable('APP_NAME', appName, 'name of the app'),
    graph,
    send,
    'BODY=$(jq -nc --arg name "$APP_NAME" \'{displayName: $name, signInAudience: "AzureADMyOrg"}\')',
    'CLIENT_ID=$(send "$GRAPH_TOKEN" "$GRAPH/applications" -d "$BODY" | jq -r .appId)',
    'send "$GRAPH_TOKEN" "$GRAPH/servicePrincipals" -d "{\\"appId\\":\\"$CLIENT_ID\\"}" >/dev/null',
    'echo "Application (client) ID: $CLIENT_ID"',
  ),
  notes: [tokenNote, 'The token needs Application.ReadWrite.All, or the right to register apps.'],
})

const uploadCertificate = (values: CommandValues) => ({
  text: bashScript(
    graphToken,
    clientId(values),
    bashVariable('CERTIFICATE', values.certificate?.fileName, 'path of the public .pem file'),
    graph,
    send,
    'APP="$GRAPH/applications(appId=\'$CLIENT_ID\')"',
    'KEY=$(openssl x509 -in "$CERTIFICATE" -outform DER | openssl base64 -A)',
    'ADDED=$(jq -nc --arg key "$KEY" \'{type: "AsymmetricX509Cert", usage: "Verify", key: $key}\')',
    'KEPT=$(send "$GRAPH_TOKEN" "$APP?\\$select=keyCredentials" | jq -ce ".keyCredentials | arrays")',
    'send "$GRAPH_TOKEN" -X PATCH "$APP" -d "{\\"keyCredentials\\":$(jq -nc "$KEPT + [$ADDED]")}"',
    'send "$GRAPH_TOKEN" "$APP?\\$select=keyCredentials" | jq -r ".keyCredentials[].customKeyIdentifier"',
  ),
  notes: [
    tokenNote,
    'A PATCH of keyCredentials replaces them all, so those that are there are read first and sent along.',
    'The last line lists the thumbprints (SHA-1) that the app has now.',
  ],
})

const addPermissions = (values: CommandValues) => ({
  text: bashScript(
    graphToken,
    clientId(values),
    `AZURE_DEVOPS=${azureDevOpsAppId}`,
    graph,
    send,
    'principal() { send "$GRAPH_TOKEN" "$GRAPH/servicePrincipals(appId=\'$1\')?\\$select=id" | jq -r .id; }',
    'BODY=$(jq -nc --arg client "$(principal "$CLIENT_ID")" --arg resource "$(principal "$AZURE_DEVOPS")" \\',
    `  '{clientId: $client, resourceId: $resource, consentType: "AllPrincipals", scope: "${exampleScopes.join(' ')}"}')`,
    'send "$GRAPH_TOKEN" "$GRAPH/oauth2PermissionGrants" -d "$BODY" >/dev/null',
  ),
  notes: [
    'This is the admin consent itself: it needs an administrator, and a token with DelegatedPermissionGrant.ReadWrite.All.',
  ],
})

const addToOrganization = (values: CommandValues) => ({
  text: bashScript(
    graphToken,
    bashVariable('AZURE_DEVOPS_TOKEN', undefined, `access token for ${azureDevOpsAppId}`),
    clientId(values),
    bashVariable('ORGANIZATION', values.organization, 'name of the organization, as in dev.azure.com/name'),
    graph,
    send,
    'OBJECT_ID=$(send "$GRAPH_TOKEN" "$GRAPH/servicePrincipals(appId=\'$CLIENT_ID\')?\\$select=id" | jq -r .id)',
    `BODY=$(jq -nc --arg id "$OBJECT_ID" '{accessLevel: ${JSON.stringify(basic)},`,
    '  servicePrincipal: {origin: "aad", originId: $id, subjectKind: "servicePrincipal"}}\')',
    `send "$AZURE_DEVOPS_TOKEN" "https://vsaex.dev.azure.com/$ORGANIZATION/${entitlementsPath}" -d "$BODY" |`,
    '  jq "{isSuccess, errors: .operationResult.errors}"',
  ),
  notes: [objectIdNote, answerNote, projectNote],
})

/** Microsoft Graph v1.0 and Azure DevOps by curl. */
export const graphRest: Steps = { 1: registerApp, 2: uploadCertificate, 3: addPermissions, 4: addToOrganization }
