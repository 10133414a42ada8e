import 'server-only'
import { tenantOf } from '#lib/platform/addresses/token-url'
import { azureDevOpsAppId } from '#lib/platform/entra/schema'
import { bashWord } from '#lib/platform/notations/bash'
import { connectionString } from '#lib/platform/notations/connection-string'
import { hclString } from '#lib/platform/notations/hcl'
import { powershellString } from '#lib/platform/notations/powershell'
import { type ConnectionSettings, connectionLabels } from '../schema'
import type { ElsewhereText } from './schema'

/** What the texts are made of. The private key is not in it: where its file is, only the person knows. */
export interface ElsewhereFacts {
  readonly settings: ConnectionSettings
  /** Of the current certificate, upper-case hex. */
  readonly thumbprintSha1: string
}

const pemFile = '/path/to/certificate-and-key.pem'
const pfxFile = String.raw`C:\path\to\certificate-and-key.pfx`

const organizationUrl = ({ organization }: ConnectionSettings): string => `https://dev.azure.com/${organization}`

/** Under the labels that the documented setup has for them. */
const documented = ({ settings, thumbprintSha1 }: ElsewhereFacts): ElsewhereText => ({
  tool: 'connection-string',
  title: 'Connection string',
  text: connectionString([
    [connectionLabels.tokenUrl, settings.tokenUrl],
    [connectionLabels.clientId, settings.clientId],
    [connectionLabels.certificateId, thumbprintSha1],
    [connectionLabels.scope, settings.scope],
    [connectionLabels.organization, settings.organization],
    [connectionLabels.apiVersion, settings.apiVersion],
    ...(settings.defaultProject ? [[connectionLabels.defaultProject, settings.defaultProject] as const] : []),
    [connectionLabels.retryMode, settings.retryMode],
    [connectionLabels.retryStatusCodeList, settings.retryStatusCodeList.join(',')],
    [connectionLabels.retryCountMax, String(settings.retryCountMax)],
    [connectionLabels.retryMultiplyWaitTime, settings.retryMultiplyWaitTime ? 'True' : 'False'],
  ]),
  notes: [
    'The certificate is named by its SHA-1 thumbprint. Where a tool wants the path of a file, put that in its place.',
    'Another Certboard takes this text under New connection.',
  ],
})

/** Source: EnvironmentCredential of the Azure SDKs. */
const environment = ({ settings }: ElsewhereFacts): ElsewhereText => ({
  tool: 'environment',
  title: 'Environment variables',
  text: [
    `export AZURE_CLIENT_ID=${bashWord(settings.clientId)}`,
    `export AZURE_TENANT_ID=${bashWord(tenantOf(settings.tokenUrl))}`,
    `export AZURE_CLIENT_CERTIFICATE_PATH=${bashWord(pemFile)}`,
  ].join('\n'),
  notes: [
    'DefaultAzureCredential and EnvironmentCredential of every Azure SDK read these variables.',
    'The PEM file holds the certificate, first, and its private key.',
    `The scope to ask a token for is ${settings.scope}.`,
  ],
})

/** Source: the release notes of the Azure CLI. */
function azureCli({ settings }: ElsewhereFacts): ElsewhereText {
  const defaults = [`organization=${organizationUrl(settings)}`]
  if (settings.defaultProject) defaults.push(`project=${settings.defaultProject}`)
  return {
    tool: 'azure-cli',
    title: 'Azure CLI',
    text: [
      `az login --service-principal --username ${bashWord(settings.clientId)} \\`,
      `  --tenant ${bashWord(tenantOf(settings.tokenUrl))} --certificate ${bashWord(pemFile)} --allow-no-subscriptions`,
      `az devops configure --defaults ${defaults.map(bashWord).join(' ')}`,
      'az devops project list --output table',
    ].join('\n'),
    notes: [
      'The PEM file holds the certificate and its private key, without a password.',
      'From 2.67 on -p takes no file any more. Older versions that do not know --certificate take it by -p.',
      'az devops comes with an extension: az extension add --name azure-devops.',
    ],
  }
}

const powershell = ({ settings }: ElsewhereFacts): ElsewhereText => ({
  tool: 'powershell',
  title: 'PowerShell, Az module',
  text: [
    `Connect-AzAccount -ServicePrincipal -ApplicationId ${powershellString(settings.clientId)} \``,
    `  -Tenant ${powershellString(tenantOf(settings.tokenUrl))} -CertificatePath ${powershellString(pfxFile)}`,
    `$token = (Get-AzAccessToken -ResourceUrl ${powershellString(azureDevOpsAppId)} -AsSecureString).Token`,
    `Invoke-RestMethod -Authentication Bearer -Token $token \``,
    `  -Uri ${powershellString(`${organizationUrl(settings)}/_apis/projects?api-version=${settings.apiVersion}`)}`,
  ].join('\n'),
  notes: [
    'Needs PowerShell 7 and the module Az.Accounts.',
    'If the PFX file has a password, add -CertificatePassword (Read-Host -AsSecureString).',
    'It warns that there is no subscription; Azure DevOps needs none.',
  ],
})

const msal = ({ settings, thumbprintSha1 }: ElsewhereFacts): ElsewhereText => ({
  tool: 'msal',
  title: 'PowerShell, MSAL',
  text: [
    `$certificate = Get-Item ${powershellString(`Cert:\\CurrentUser\\My\\${thumbprintSha1}`)}`,
    `Get-MsalToken -ClientId ${powershellString(settings.clientId)} \``,
    `  -TenantId ${powershellString(tenantOf(settings.tokenUrl))} -ClientCertificate $certificate \``,
    `  -Scopes ${powershellString(settings.scope)}`,
  ].join('\n'),
  notes: [
    'The certificate has to be in your personal store, with its private key: Import-PfxCertificate puts it there.',
    'Get-MsalToken comes with the module MSAL.PS, which is archived; the module Az is the maintained way.',
  ],
})

/** Source: the documentation of the provider. */
const terraform = ({ settings }: ElsewhereFacts): ElsewhereText => ({
  tool: 'terraform',
  title: 'Terraform',
  text: [
    'terraform {',
    '  required_providers {',
    '    azuredevops = {',
    '      source = "microsoft/azuredevops"',
    '    }',
    '  }',
    '}',
    '',
    'provider "azuredevops" {',
    `  org_service_url         = ${hclString(organizationUrl(settings))}`,
    `  client_id               = ${hclString(settings.clientId)}`,
    `  tenant_id               = ${hclString(tenantOf(settings.tokenUrl))}`,
    `  client_certificate_path = ${hclString(pemFile)}`,
    '}',
  ].join('\n'),
  notes: ['A PFX file with a password needs client_certificate_password too; keep that in a variable.'],
})

/** Source: Git Credential Manager, “Azure Managed Identities and Service Principals”. */
const gitCredentialManager = ({ settings, thumbprintSha1 }: ElsewhereFacts): ElsewhereText => ({
  tool: 'git-credential-manager',
  title: 'Git Credential Manager',
  text: [
    `git config --global credential.azreposServicePrincipal ${bashWord(`${tenantOf(settings.tokenUrl)}/${settings.clientId}`)}`,
    `git config --global credential.azreposServicePrincipalCertificateThumbprint ${bashWord(thumbprintSha1)}`,
  ].join('\n'),
  notes: [
    'The certificate has to be in your personal store, with its private key.',
    'It is used for all repositories of Azure DevOps on this machine.',
  ],
})

const tools = [documented, environment, azureCli, powershell, msal, terraform, gitCredentialManager]

/** The connection as other tools have it. No secret is in any of the texts. */
export const elsewhereTexts = (facts: ElsewhereFacts): readonly ElsewhereText[] => tools.map((print) => print(facts))
