import 'server-only'
import { guidOf, type SandboxIdentity } from '../identity'
import { type AppRegistration, type DirectoryApp, opened, portalView } from './app-registration'
import { readCertificateFile } from './certificate-file'
import { type AppChanges, changed, newApp } from './changes'
import { type RegisteredCertificate, shown, type TrustedKey, trustedKeyOf } from './registered-certificate'

/** What a person does with app registrations. Where a client ID may be left out, the practice app is meant. */
export interface AppControl {
  apps(): readonly AppRegistration[]
  appRegistration(clientId?: string): AppRegistration
  /** "New registration". An app begins empty, with the service principal that the portal makes along with it. */
  registerApp(displayName: string, changes?: AppChanges): AppRegistration
  changeApp(clientId: string, changes: AppChanges): AppRegistration
  /** The practice app stays. */
  deleteApp(clientId: string): void
  /** A public certificate, PEM or DER. A certificate that is already there stays as it is. */
  uploadCertificate(file: Uint8Array | string, clientId?: string): RegisteredCertificate
  /** Thumbprint SHA-1 or SHA-256 in hex, upper or lower case. Gives whether there was such a certificate. */
  removeCertificate(thumbprint: string, clientId?: string): boolean
  /** Replaces the certificates, as Microsoft Graph does. */
  setKeys(keys: readonly TrustedKey[], clientId: string): void
  addMember(clientId?: string): void
  removeMember(clientId?: string): void
}

/** Where the apps are kept. */
interface Apps {
  readonly get: () => readonly DirectoryApp[]
  readonly set: (apps: readonly DirectoryApp[]) => void
}

/** A deleted app's ids are free again, so that the same steps always give the same ids. */
function freeIds(apps: readonly DirectoryApp[], { tenantId }: SandboxIdentity) {
  const taken = new Set(apps.map(({ clientId }) => clientId))
  const ids = (number: number) => ({
    clientId: guidOf(tenantId, `client ${number}`),
    objectId: guidOf(tenantId, `application ${number}`),
    servicePrincipalObjectId: guidOf(tenantId, `service principal ${number}`),
  })
  let number = 2
  while (taken.has(ids(number).clientId)) number += 1
  return ids(number)
}

/** The organization finds an app only by its service principal. */
function requirePossible(app: DirectoryApp): DirectoryApp {
  if (app.isMember && app.servicePrincipal === 'missing') {
    throw new Error('An app without a service principal cannot be a user of the organization.')
  }
  return app
}

/** @throws Error with a sentence for the person, for whatever the portals would refuse */
export function createAppControl(apps: Apps, identity: SandboxIdentity) {
  const findApp = (clientId: string): DirectoryApp | undefined =>
    apps.get().find((app) => app.clientId === clientId.toLowerCase())

  function requireApp(clientId: string = identity.clientId): DirectoryApp {
    const app = findApp(clientId)
    if (!app) throw new Error('There is no app registration with this client ID.')
    return app
  }

  function replace(app: DirectoryApp): AppRegistration {
    apps.set(apps.get().map((one) => (one.clientId === app.clientId ? app : one)))
    return portalView(app)
  }

  const changeApp = (clientId: string | undefined, changes: AppChanges): AppRegistration =>
    replace(requirePossible(changed(requireApp(clientId), changes)))

  const control: AppControl = {
    apps: () => apps.get().map(portalView),
    appRegistration: (clientId) => portalView(requireApp(clientId)),
    registerApp(displayName, changes = {}) {
      const app = requirePossible(changed(opened(newApp(freeIds(apps.get(), identity))), { ...changes, displayName }))
      apps.set([...apps.get(), app])
      return portalView(app)
    },
    changeApp,
    deleteApp(clientId) {
      const app = requireApp(clientId)
      if (app.clientId === identity.clientId) throw new Error('The practice app cannot be deleted.')
      apps.set(apps.get().filter((one) => one !== app))
    },
    uploadCertificate(file, clientId) {
      const app = requireApp(clientId)
      const key = trustedKeyOf(readCertificateFile(file))
      const isNew = app.keys.every((known) => known.thumbprintSha256 !== key.thumbprintSha256)
      if (isNew) replace({ ...app, keys: [...app.keys, key] })
      return shown(key)
    },
    removeCertificate(thumbprint, clientId) {
      const app = requireApp(clientId)
      const name = thumbprint.toUpperCase()
      const keys = app.keys.filter((key) => key.thumbprintSha1 !== name && key.thumbprintSha256 !== name)
      const removed = keys.length < app.keys.length
      if (removed) replace({ ...app, keys })
      return removed
    },
    setKeys: (keys, clientId) => void replace({ ...requireApp(clientId), keys }),
    addMember: (clientId) => void changeApp(clientId, { isMember: true }),
    removeMember: (clientId) => void changeApp(clientId, { isMember: false }),
  }
  return { control, findApp }
}
