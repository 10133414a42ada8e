import 'server-only'
import { z } from 'zod'
import { faultSchema } from '../faults/fault'
import type { SandboxIdentity } from '../identity'
import { limitModes } from '../limits/mode'
import { keyVaultSchema, newKeyVault } from './key-vault-state'

/** What stands behind an app registration in the tenant: `az ad app create`, for one, makes no service principal. */
const servicePrincipal = z.enum(['enabled', 'disabled', 'missing'])

/** By Microsoft Graph's names. */
const signInAudiences = [
  'AzureADMyOrg',
  'AzureADMultipleOrgs',
  'AzureADandPersonalMicrosoftAccount',
  'PersonalMicrosoftAccount',
] as const

export const appChangesSchema = z.strictObject({
  /** As long as Microsoft Graph's documentation allows. */
  displayName: z.string().trim().min(1).max(256),
  servicePrincipal,
  /** Whose accounts it is for; in the one tenant that there is, every choice comes to the same. */
  signInAudience: z.enum(signInAudiences),
  /** Whether people must be assigned to it, which tokens of the app itself never depend on. */
  isAssignmentRequired: z.boolean(),
  /** "Allow public client flows": such an app may present no credential. */
  isPublicClient: z.boolean(),
  /** Whether its service principal is a user of the organization. */
  isMember: z.boolean(),
  /** The group that it was added to in each project, or in the organization for the last one. */
  role: z.enum(['readers', 'contributors', 'project administrators', 'collection administrators']),
  /** Its licence in the organization, by the API's names: `express` is Basic. */
  accessLevel: z.enum(['stakeholder', 'express', 'advanced']),
  /** The projects that it was added to, by name. */
  projects: z.union([z.literal('all'), z.array(z.string().trim().min(1).max(64)).max(1000)]),
  /** The delegated permissions that were asked for; a token of the app alone never depends on them. */
  permissions: z.array(z.string().min(1).max(100)).max(100),
  hasAdminConsent: z.boolean(),
  /** The application permissions of Microsoft Graph that an administrator granted it: the roles of its tokens there. */
  graphPermissions: z.array(z.string().min(1).max(100)).max(100),
})

/** Files that were written before Microsoft Graph was emulated hold the PEM alone. */
const certificateSchema = z.union([
  z.string(),
  z.strictObject({
    pem: z.string(),
    keyId: z.guid(),
    displayName: z.string().nullable(),
    notBefore: z.iso.datetime(),
    notAfter: z.iso.datetime(),
  }),
])

const appSchema = appChangesSchema.extend({
  clientId: z.guid(),
  objectId: z.guid(),
  servicePrincipalObjectId: z.guid(),
  certificates: z.array(certificateSchema),
  /** Files that were written before these could be chosen lack them. */
  accessLevel: appChangesSchema.shape.accessLevel.default('express'),
  projects: appChangesSchema.shape.projects.default('all'),
  signInAudience: appChangesSchema.shape.signInAudience.default('AzureADMyOrg'),
  isAssignmentRequired: z.boolean().default(false),
  graphPermissions: appChangesSchema.shape.graphPermissions.default([]),
})

export const conditionsSchema = z.strictObject({
  /** A tenant that Microsoft has blocked or deleted answers AADSTS5000224. */
  tenant: z.enum(['active', 'blocked']),
  /** A policy for workload identities can only block. */
  conditionalAccess: z.enum(['none', 'blocks']),
  /** The service principal of Azure DevOps itself, as the tenant's administrator left it. */
  azureDevOps: z.enum(['enabled', 'disabled', 'missing', 'assignment required']),
  /** Microsoft switches off organizations that nobody uses. */
  organization: z.enum(['running', 'stopped']),
  /** Whether the server that a client runs on was given a managed identity. */
  managedIdentity: z.enum(['assigned', 'missing']),
})

const changesSchema = z.strictObject({
  apps: z.array(appSchema).min(1),
  /** Files that were written before there was a managed identity lack it. */
  conditions: conditionsSchema.extend({ managedIdentity: conditionsSchema.shape.managedIdentity.default('assigned') }),
  faults: z.array(faultSchema),
  limits: z.enum(limitModes),
  keyVault: keyVaultSchema,
})

/** Files that were written before there was a key vault lack it. */
const savedSchema = changesSchema.partial({ keyVault: true })

/** What files hold that were written while the sandbox had a single app. */
const firstFormSchema = z.strictObject({ certificates: z.array(z.string()), isMember: z.boolean() })

export type SavedApp = Readonly<z.output<typeof appSchema>>
export type Conditions = Readonly<z.output<typeof conditionsSchema>>

/** Some members anew; one that is absent or undefined stays as it is. */
export type Some<Type> = { readonly [Member in keyof Type]?: Type[Member] | undefined }
export type AppChanges = Some<z.output<typeof appChangesSchema>>

export function changed<Type extends object>(value: Type, changes: Some<NoInfer<Type>>): Type {
  const given = Object.entries(changes).filter(([, member]) => member !== undefined)
  return { ...value, ...Object.fromEntries(given) }
}

/** All that a person can change in the sandbox, as plain JSON. */
export type SandboxChanges = Readonly<z.output<typeof changesSchema>>

type AppIds = Pick<SavedApp, 'clientId' | 'objectId' | 'servicePrincipalObjectId'>

/** An app as the portal makes it: with a service principal, and without anything else, not even a project. */
export const newApp = ({ clientId, objectId, servicePrincipalObjectId }: AppIds): SavedApp => ({
  clientId,
  objectId,
  servicePrincipalObjectId,
  displayName: '',
  certificates: [],
  servicePrincipal: 'enabled',
  signInAudience: 'AzureADMyOrg',
  isAssignmentRequired: false,
  isPublicClient: false,
  isMember: false,
  role: 'contributors',
  accessLevel: 'express',
  projects: [],
  permissions: [],
  hasAdminConsent: false,
  graphPermissions: [],
})

/** The sandbox before anybody changed anything: one app, a member of every project, without a certificate. */
export const untouched = (identity: SandboxIdentity): SandboxChanges => ({
  apps: [{ ...newApp(identity), displayName: identity.appDisplayName, isMember: true, projects: 'all' }],
  conditions: {
    tenant: 'active',
    conditionalAccess: 'none',
    azureDevOps: 'enabled',
    organization: 'running',
    managedIdentity: 'assigned',
  },
  faults: [],
  limits: 'off',
  keyVault: newKeyVault(identity),
})

/**
 * Reads what an earlier run saved, in today's form or the first one.
 * @throws ZodError for anything else
 */
export function readChanges(saved: unknown, identity: SandboxIdentity): SandboxChanges {
  const start = untouched(identity)
  if (saved === undefined) return start
  const first = firstFormSchema.safeParse(saved)
  if (!first.success) {
    const { keyVault = start.keyVault, ...rest } = savedSchema.parse(saved)
    return { ...rest, keyVault }
  }
  return { ...start, apps: start.apps.map((app) => ({ ...app, ...first.data })) }
}
