import 'server-only'
import { z } from 'zod'
import { faultSchema } from '../faults/fault'
import { limitModes } from '../limits/mode'
import { appChangesSchema, conditionsSchema } from './changes'
import type { SandboxControl } from './index'
import {
  vaultKeyChangesSchema,
  vaultObjectName,
  vaultPermissions,
  vaultRoles,
  vaultSettingsSchema,
} from './key-vault-state'

interface Asked {
  readonly control: SandboxControl
  readonly body: unknown
  /** What stood at the `*` of the path. */
  readonly names: readonly string[]
}

export interface Operation {
  readonly method: string
  /** Behind `/sandbox/control/`; `*` stands for one part of the address. */
  readonly path: string
  /** What it gives, or promises, is the answer; `undefined` answers 204. */
  readonly run: (asked: Asked) => unknown
}

const newAppSchema = appChangesSchema.partial().required({ displayName: true })
const faultsSchema = z.strictObject({ faults: z.array(faultSchema).max(100) })
const limitsSchema = z.strictObject({ limits: z.enum(limitModes) })
/** A PEM as it stands in the file, or the file in base64. */
const certificateSchema = z.strictObject({ file: z.string().min(1).max(90_000) })

const state = (control: SandboxControl) => ({
  apps: control.apps(),
  conditions: control.conditions(),
  faults: control.faults(),
  limits: control.limits(),
  keyVault: control.keyVault(),
})

const rolesSchema = z.strictObject({ roles: z.array(z.enum(vaultRoles)).max(vaultRoles.length) })
const permissionsSchema = z.strictObject({
  permissions: z.array(z.enum(vaultPermissions)).max(vaultPermissions.length),
})

const fileOf = (text: string): string | Buffer => (text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64'))

export const operations: readonly Operation[] = [
  { method: 'GET', path: '', run: ({ control }) => state(control) },
  {
    method: 'POST',
    path: 'calm',
    run({ control }) {
      control.calm()
      return state(control)
    },
  },
  {
    method: 'POST',
    path: 'reset',
    run({ control }) {
      control.reset()
      return state(control)
    },
  },
  {
    method: 'POST',
    path: 'apps',
    run({ control, body }) {
      const { displayName, ...changes } = newAppSchema.parse(body)
      return control.registerApp(displayName, changes)
    },
  },
  { method: 'GET', path: 'apps/*', run: ({ control, names: [app] }) => control.appRegistration(app) },
  {
    method: 'PATCH',
    path: 'apps/*',
    run: ({ control, body, names: [app = ''] }) => control.changeApp(app, appChangesSchema.partial().parse(body)),
  },
  { method: 'DELETE', path: 'apps/*', run: ({ control, names: [app = ''] }) => control.deleteApp(app) },
  {
    method: 'POST',
    path: 'apps/*/certificates',
    run: ({ control, body, names: [app] }) =>
      control.uploadCertificate(fileOf(certificateSchema.parse(body).file), app),
  },
  {
    method: 'DELETE',
    path: 'apps/*/certificates/*',
    run({ control, names: [app, thumbprint = ''] }) {
      if (!control.removeCertificate(thumbprint, app))
        throw new Error('The app has no certificate with this thumbprint.')
    },
  },
  {
    method: 'POST',
    path: 'key-vault/certificates/*',
    run: ({ control, names: [name] }) => control.makeVaultCertificate(vaultObjectName.parse(name)),
  },
  {
    method: 'PATCH',
    path: 'key-vault/certificates/*/*',
    run({ control, body, names: [name = '', version = ''] }) {
      control.changeVaultKey(name, version, vaultKeyChangesSchema.parse(body))
      return control.keyVault()
    },
  },
  {
    method: 'DELETE',
    path: 'key-vault/certificates/*',
    run: ({ control, names: [name = ''] }) => control.deleteVaultCertificate(name),
  },
  {
    method: 'PATCH',
    path: 'key-vault',
    run({ control, body }) {
      control.configureVault(vaultSettingsSchema.partial().parse(body))
      return control.keyVault()
    },
  },
  {
    method: 'PUT',
    path: 'key-vault/permissions/*',
    run({ control, body, names: [clientId = ''] }) {
      control.setVaultPermissions(clientId, permissionsSchema.parse(body).permissions)
      return control.keyVault()
    },
  },
  {
    method: 'PUT',
    path: 'key-vault/roles/*',
    run({ control, body, names: [clientId = ''] }) {
      control.setVaultRoles(clientId, rolesSchema.parse(body).roles)
      return control.keyVault()
    },
  },
  {
    method: 'PATCH',
    path: 'conditions',
    run({ control, body }) {
      control.setConditions(conditionsSchema.partial().parse(body))
      return control.conditions()
    },
  },
  {
    method: 'PUT',
    path: 'faults',
    run({ control, body }) {
      control.setFaults(faultsSchema.parse(body).faults)
      return { faults: control.faults() }
    },
  },
  {
    method: 'PUT',
    path: 'limits',
    run({ control, body }) {
      control.setLimits(limitsSchema.parse(body).limits)
      return { limits: control.limits() }
    },
  },
]
