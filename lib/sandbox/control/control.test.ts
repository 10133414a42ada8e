import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { faultSchema } from '../faults/fault'
import { identityOf } from '../identity'
import { makeClientCertificate } from '../standalone/certificates'
import { createControl, type SandboxChanges } from '.'
import { trustedKeyOf } from './registered-certificate'

const identity = identityOf(1)
const made = makeClientCertificate(new Date())

describe('uploading a certificate', () => {
  test('takes PEM and DER, as text and as bytes, and lists it once', async () => {
    const { certificate } = await made
    const { control } = createControl({ identity })
    const x509 = new X509Certificate(certificate)
    for (const file of [certificate, Buffer.from(certificate), x509.raw]) control.uploadCertificate(file)
    expect(control.appRegistration().certificates).toEqual([
      {
        subject: 'CN=Certboard sandbox client',
        keyId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        displayName: 'CN=Certboard sandbox client',
        notBefore: new Date(x509.validFrom).toISOString(),
        notAfter: new Date(x509.validTo).toISOString(),
        thumbprintSha1: x509.fingerprint.replaceAll(':', ''),
        thumbprintSha256: x509.fingerprint256.replaceAll(':', ''),
      },
    ])
  })

  test('refuses a private key, alone or beside its certificate', async () => {
    const { certificate, key } = await made
    const { control } = createControl({ identity })
    for (const file of [key, certificate + key]) {
      expect(() => control.uploadCertificate(file)).toThrow('contains a private key')
    }
  })

  test.each([
    ['-----BEGIN CERTIFICATE REQUEST-----\nAA==\n-----END CERTIFICATE REQUEST-----', 'certificate request'],
    ['-----BEGIN PKCS7-----\nAA==\n-----END PKCS7-----', 'PKCS #7'],
    ['nonsense', 'not a certificate'],
    ['', 'not a certificate'],
  ])('refuses %j with a sentence', (file, sentence) => {
    const { control } = createControl({ identity })
    expect(() => control.uploadCertificate(file)).toThrow(sentence)
    expect(() => control.uploadCertificate(Buffer.from(file))).toThrow(sentence)
  })
})

test('changes survive a restart as plain JSON', async () => {
  const { certificate } = await made
  let saved = ''
  const save = (changes: SandboxChanges) => {
    saved = JSON.stringify(changes)
  }
  const first = createControl({ identity, save }).control
  first.uploadCertificate(certificate)
  first.removeMember()
  const second = createControl({ identity, load: () => JSON.parse(saved) }).control
  expect(second.appRegistration()).toEqual(first.appRegistration())
  expect(second.appRegistration().isMember).toBe(false)
})

test('everything that can be changed survives a restart', () => {
  let stored = ''
  const save = (changes: SandboxChanges) => {
    stored = JSON.stringify(changes)
  }
  const { control } = createControl({ identity, save })
  const { clientId } = control.registerApp('Second app')
  control.changeApp(clientId, { permissions: ['vso.work'], hasAdminConsent: true, isPublicClient: true })
  control.changeApp(clientId, { isMember: true, accessLevel: 'stakeholder', projects: ['Storefront'] })
  control.setConditions({ tenant: 'blocked', azureDevOps: 'disabled', organization: 'stopped' })
  control.setFaults([faultSchema.parse({ kind: 'latency', milliseconds: 5, route: '**/_apis/**' })])
  control.setLimits('realistic')
  const after = createControl({ identity, load: () => JSON.parse(stored) }).control
  for (const read of ['apps', 'conditions', 'faults', 'limits'] as const) expect(after[read]()).toEqual(control[read]())
  control.reset()
  expect(createControl({ identity, load: () => JSON.parse(stored) }).control.apps()).toHaveLength(1)
})

test('a file from the time of the single app still loads; a broken one is refused', async () => {
  const { certificate } = await made
  const load = () => ({ certificates: [certificate], isMember: false })
  const { certificates, isMember, displayName } = createControl({ identity, load }).control.appRegistration()
  expect({ count: certificates.length, isMember, displayName }).toEqual({
    count: 1,
    isMember: false,
    displayName: identity.appDisplayName,
  })
  expect(() => createControl({ identity, load: () => ({ certificates: 1 }) })).toThrow()
})

test('an app that was saved before everything could be chosen keeps Basic, every project and no right in Microsoft Graph', () => {
  let stored: SandboxChanges | undefined
  const save = (changes: SandboxChanges) => {
    stored = changes
  }
  createControl({ identity, save }).control.removeMember()
  const apps = stored?.apps.map(({ accessLevel, projects, graphPermissions, signInAudience, ...app }) => app)
  const { control } = createControl({ identity, load: () => ({ ...stored, apps }) })
  expect(control.appRegistration()).toMatchObject({ accessLevel: 'express', projects: 'all', graphPermissions: [] })
})

test('apps have ids of their own, and the same steps give the same ids', () => {
  const steps = () => {
    const { control } = createControl({ identity })
    control.registerApp('One')
    control.registerApp('Two')
    return control.apps().flatMap((app) => [app.clientId, app.objectId, app.servicePrincipalObjectId])
  }
  expect(new Set(steps()).size).toBe(9)
  expect(steps()).toEqual(steps())
})

test('certificates are replaced, and the terms that they got survive a restart', async () => {
  const [certificate, other] = await Promise.all([made, makeClientCertificate(new Date())])
  let stored = ''
  const save = (changes: SandboxChanges) => {
    stored = JSON.stringify(changes)
  }
  const { control } = createControl({ identity, save })
  control.uploadCertificate(certificate.certificate)
  const notAfter = new Date(Date.now() + 3_600_000).toISOString()
  const key = trustedKeyOf(new X509Certificate(other.certificate), { displayName: null, notAfter })
  control.setKeys([key], identity.clientId)
  const { certificates } = createControl({ identity, load: () => JSON.parse(stored) }).control.appRegistration()
  expect(certificates).toEqual([expect.objectContaining({ keyId: key.keyId, displayName: null, notAfter })])
})

test('a removed certificate is no longer trusted', async () => {
  const { certificate } = await made
  const { control } = createControl({ identity })
  const { thumbprintSha1 } = control.uploadCertificate(certificate)
  expect(control.removeCertificate('00')).toBe(false)
  expect(control.removeCertificate(thumbprintSha1.toLowerCase())).toBe(true)
  expect(control.appRegistration().certificates).toEqual([])
})

test('the service principal is a member until somebody removes it', () => {
  const { control } = createControl({ identity })
  expect(control.appRegistration().isMember).toBe(true)
  control.removeMember()
  expect(control.appRegistration().isMember).toBe(false)
  control.addMember()
  expect(control.appRegistration().isMember).toBe(true)
})

test('the ids follow from the seed', () => {
  expect(identityOf(7)).toEqual(identityOf(7))
  expect(identityOf(7).clientId).not.toBe(identityOf(8).clientId)
})
