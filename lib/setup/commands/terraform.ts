import 'server-only'
import { azureDevOpsAppId } from '#lib/platform/entra/schema'
import { hclString } from '#lib/platform/notations/hcl'
import { basic, exampleScopes, objectIdNote } from './azure-devops'
import { lines } from './bash'
import type { CommandValues, Steps } from './command'

/** A value, or a variable that Terraform asks for. */
const given = (name: string, value: string | undefined): string => (value ? hclString(value) : `var.${name}`)

/** The declaration of a variable, where there is no value for it. */
function declared(name: string, value: string | undefined, meaning: string): string[] {
  if (value) return []
  return [`variable "${name}" {`, `  description = ${hclString(meaning)}`, '  type        = string', '}', '']
}

const registerApp = ({ appName, tenant }: CommandValues) => ({
  text: lines(
    ...declared('tenant_id', tenant, 'Directory (tenant) ID'),
    ...declared('app_name', appName, 'Name of the app'),
    'terraform {',
    '  required_providers {',
    '    azuread     = { source = "hashicorp/azuread" }',
    '    azuredevops = { source = "microsoft/azuredevops" }',
    '  }',
    '}',
    '',
    'provider "azuread" {',
    `  tenant_id = ${given('tenant_id', tenant)}`,
    '}',
    '',
    'resource "azuread_application_registration" "certboard" {',
    `  display_name     = ${given('app_name', appName)}`,
    '  sign_in_audience = "AzureADMyOrg"',
    '}',
    '',
    'resource "azuread_service_principal" "certboard" {',
    '  client_id = azuread_application_registration.certboard.client_id',
    '}',
    '',
    'output "client_id" {',
    '  value = azuread_application_registration.certboard.client_id',
    '}',
  ),
  notes: ['The steps that follow go on in the same configuration.'],
})

const uploadCertificate = ({ certificate }: CommandValues) => ({
  text: lines(
    ...declared('certificate_file', certificate?.fileName, 'Path of the public .pem file'),
    ...declared('certificate_end', certificate?.notAfter, 'End of the certificate, as 2027-06-30T00:00:00Z'),
    'resource "azuread_application_certificate" "certboard" {',
    '  application_id = azuread_application_registration.certboard.id',
    '  type           = "AsymmetricX509Cert"',
    '  encoding       = "pem"',
    `  value          = file(${given('certificate_file', certificate?.fileName)})`,
    `  end_date       = ${given('certificate_end', certificate?.notAfter)}`,
    '}',
  ),
  notes: [
    'The end may not be later than that of the certificate itself. No private key comes into the state: the file is public.',
  ],
})

const addPermissions = () => ({
  text: lines(
    'data "azuread_service_principal" "azure_devops" {',
    `  client_id = "${azureDevOpsAppId}"`,
    '}',
    '',
    'resource "azuread_service_principal_delegated_permission_grant" "certboard" {',
    '  service_principal_object_id          = azuread_service_principal.certboard.object_id',
    '  resource_service_principal_object_id = data.azuread_service_principal.azure_devops.object_id',
    `  claim_values                         = [${exampleScopes.map(hclString).join(', ')}]`,
    '}',
  ),
  notes: ['This is the admin consent itself: who applies it must be allowed to give it.'],
})

const addToOrganization = ({ organization }: CommandValues) => ({
  text: lines(
    ...declared('organization', organization, 'Name of the organization, as in dev.azure.com/name'),
    'provider "azuredevops" {',
    `  org_service_url = join("/", ["https://dev.azure.com", ${given('organization', organization)}])`,
    '}',
    '',
    'resource "azuredevops_service_principal_entitlement" "certboard" {',
    '  origin               = "aad"',
    '  origin_id            = azuread_service_principal.certboard.object_id',
    `  account_license_type = "${basic.accountLicenseType}"`,
    `  licensing_source     = "${basic.licensingSource}"`,
    '}',
    '',
    '# Without a project the app sees nothing: name one, and the group that it is to be in.',
    'variable "project" {',
    '  type = string',
    '}',
    '',
    'data "azuredevops_project" "certboard" {',
    '  name = var.project',
    '}',
    '',
    'data "azuredevops_group" "readers" {',
    '  project_id = data.azuredevops_project.certboard.id',
    '  name       = "Readers"',
    '}',
    '',
    'resource "azuredevops_group_membership" "certboard" {',
    '  group   = data.azuredevops_group.readers.descriptor',
    '  members = [azuredevops_service_principal_entitlement.certboard.descriptor]',
    '  mode    = "add"',
    '}',
  ),
  notes: [objectIdNote],
})

/** Providers hashicorp/azuread 3 and microsoft/azuredevops 1. */
export const terraform: Steps = { 1: registerApp, 2: uploadCertificate, 3: addPermissions, 4: addToOrganization }
