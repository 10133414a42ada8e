import 'server-only'
import { azureDevOpsAppId } from '#lib/platform/entra/schema'
import { powershellString } from '#lib/platform/notations/powershell'
import { answerNote, basic, entitlementsPath, exampleScopes, objectIdNote, projectNote } from './azure-devops'
import { lines } from './bash'
import type { CommandValues, Steps } from './command'

/** Gives a variable its value; what is not known is asked for as the script runs. */
const variable = (name: string, value: string | undefined, meaning: string): string =>
  `$${name} = ${value ? powershellString(value) : `Read-Host ${powershellString(meaning)}`}`

const clientId = ({ clientId }: CommandValues) => variable('clientId', clientId, 'Application (client) ID')

const registerApp = ({ appName, tenant }: CommandValues) => ({
  text: lines(
    variable('tenant', tenant, 'Directory (tenant) ID, or a domain of the tenant'),
    variable('appName', appName, 'Name of the app'),
    'Connect-AzAccount -Tenant $tenant | Out-Null',
    "$app = New-AzADApplication -DisplayName $appName -SignInAudience 'AzureADMyOrg'",
    'New-AzADServicePrincipal -ApplicationId $app.AppId | Out-Null',
    'Write-Output "Application (client) ID: $($app.AppId)"',
    'Write-Output "Directory (tenant) ID: $((Get-AzContext).Tenant.Id)"',
  ),
  notes: [
    'It needs the module Az: Install-Module Az.',
    'The service principal is what signs in; without it Entra ID answers AADSTS7000229.',
  ],
})

const uploadCertificate = (values: CommandValues) => ({
  text: lines(
    clientId(values),
    variable('file', values.certificate?.fileName, 'Path of the public .cer or .pem file'),
    '$certificate = [Security.Cryptography.X509Certificates.X509Certificate2]::new((Resolve-Path $file).Path)',
    '$value = [Convert]::ToBase64String($certificate.RawData)',
    'New-AzADAppCredential -ApplicationId $clientId -CertValue $value -EndDate $certificate.NotAfter | Out-Null',
    'Get-AzADAppCredential -ApplicationId $clientId | Format-Table',
  ),
  notes: [
    'It adds to the certificates that are there. Microsoft Graph PowerShell’s Update-MgApplication -KeyCredentials replaces them all.',
    'The end may not be later than that of the certificate itself.',
  ],
})

const addPermissions = (values: CommandValues) => ({
  text: lines(
    clientId(values),
    `$azureDevOps = Get-AzADServicePrincipal -ApplicationId '${azureDevOpsAppId}'`,
    `foreach ($scope in ${exampleScopes.map(powershellString).join(', ')}) {`,
    '  $id = ($azureDevOps.Oauth2PermissionScope | Where-Object Value -eq $scope).Id',
    "  Add-AzADAppPermission -ApplicationId $clientId -ApiId $azureDevOps.AppId -PermissionId $id -Type 'Scope'",
    '}',
  ),
  notes: ['Consent is given in the portal: API permissions › Grant admin consent. It needs an administrator.'],
})

const addToOrganization = (values: CommandValues) => ({
  text: lines(
    clientId(values),
    variable('organization', values.organization, 'Name of the organization, as in dev.azure.com/name'),
    '$body = @{',
    `  accessLevel = @{ accountLicenseType = '${basic.accountLicenseType}'; licensingSource = '${basic.licensingSource}' }`,
    '  servicePrincipal = @{',
    "    origin = 'aad'",
    '    originId = (Get-AzADServicePrincipal -ApplicationId $clientId).Id',
    "    subjectKind = 'servicePrincipal'",
    '  }',
    '} | ConvertTo-Json',
    `$token = (Get-AzAccessToken -ResourceUrl '${azureDevOpsAppId}' -AsSecureString).Token`,
    `$uri = "https://vsaex.dev.azure.com/$organization/${entitlementsPath}"`,
    "Invoke-RestMethod -Method Post -Uri $uri -Authentication Bearer -Token $token -ContentType 'application/json' -Body $body",
  ),
  notes: ['It needs PowerShell 7 for -Authentication Bearer.', objectIdNote, answerNote, projectNote],
})

/** PowerShell 7 with the module Az. */
export const powerShell: Steps = { 1: registerApp, 2: uploadCertificate, 3: addPermissions, 4: addToOrganization }
