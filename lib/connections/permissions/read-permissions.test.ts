import { describe, expect, test } from 'vitest'
import type { Member } from '#lib/platform/access'
import type { Fetch } from '#lib/platform/http/fetch'
import { sandboxEndpoints } from '#lib/platform/testing/sandbox-endpoints'
import { connectionInput } from '../schema'
import { readPermissions } from './read-permissions'

const viewer: Member = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'viewer' }

interface Circumstances {
  readonly projects?: string[]
  readonly defaultProject?: string
  readonly through?: (fetch: Fetch) => Fetch
}

/** A connection to a sandbox whose app may be a member of some projects only. */
async function linkTo({ projects, defaultProject, through = (fetch) => fetch }: Circumstances = {}) {
  const { endpoints, sandbox } = await sandboxEndpoints({ items: 20, through })
  const { tokenUrl, clientId, scope, organization } = sandbox.info
  if (projects) sandbox.control.changeApp(clientId, { isMember: true, accessLevel: 'express', projects })
  const settings = connectionInput.parse({
    name: 'Test',
    certificateId: crypto.randomUUID(),
    tokenUrl,
    clientId,
    scope,
    organization,
    ...(defaultProject && { defaultProject }),
  })
  return { endpoints, settings }
}

describe('what an app may do', () => {
  test('is told for its default project, right by right and place by place', async () => {
    const { identity, accessLevel, groups, projects, inProject } = await readPermissions(
      await linkTo({ projects: ['Storefront'], defaultProject: 'storefront' }),
      viewer,
    )
    expect(identity).not.toBe('')
    expect(accessLevel).toBe('Basic')
    expect(groups).toEqual(['[Storefront]\\Contributors'])
    expect(projects.map(({ name }) => name)).toEqual(['Storefront'])
    expect(inProject?.rights).toContainEqual(expect.objectContaining({ id: 'read-items', isAllowed: true }))
    expect(inProject?.rights).toContainEqual(expect.objectContaining({ id: 'delete-items', isAllowed: true }))
    expect(inProject?.areas?.shown[0]).toEqual({ name: 'Storefront', mayRead: true, mayWrite: true })
    expect(inProject?.areas?.shown.map(({ name }) => name)).toContain('Storefront\\Catalog')
    const shared = inProject?.queryFolders?.shown.find(({ name }) => name === 'Shared Queries')
    expect(shared).toEqual({ name: 'Shared Queries', mayRead: true, mayWrite: false })
    expect(inProject?.repositories?.shown[0]).toMatchObject({ mayRead: true, mayWrite: true })
  })

  test('is told for another project by its name, and for one that is not seen by a finding that names those seen', async () => {
    const link = await linkTo()
    const { projects } = await readPermissions(link, viewer)
    const last = projects.at(-1)?.name ?? ''
    expect((await readPermissions(link, viewer, { project: last.toUpperCase() })).inProject?.name).toBe(last)
    await expect(readPermissions(link, viewer, { project: 'Nowhere' })).rejects.toMatchObject({
      code: 'VS800075',
      evidence: [{ label: 'Projects seen', value: projects.map(({ name }) => name).join(', ') }],
    })
  })

  test('is told as far as Azure DevOps tells it: what it keeps to administrators is missing, not wrong', async () => {
    const silent =
      (fetch: Fetch): Fetch =>
      async (request) =>
        /serviceprincipalentitlements|graph\/memberships|git\/repositories/.test(request.url)
          ? Response.json({ message: 'Access Denied' }, { status: 403 })
          : fetch(request)
    const report = await readPermissions(await linkTo({ through: silent }), viewer)
    expect(report.accessLevel).toBeUndefined()
    expect(report.groups).toBeUndefined()
    expect(report.inProject?.repositories).toBeUndefined()
    expect(report.inProject?.areas?.total).toBeGreaterThan(1)
  })

  test('in an organization in which it is in no project, is that it sees none', async () => {
    const { projects, inProject } = await readPermissions(await linkTo({ projects: [] }), viewer)
    expect(projects).toEqual([])
    expect(inProject).toBeUndefined()
  })

  test('is refused as a whole where the app is no member', async () => {
    const { endpoints, sandbox } = await sandboxEndpoints({ items: 1 })
    sandbox.control.removeMember()
    const { settings } = await linkTo()
    await expect(readPermissions({ endpoints, settings }, viewer)).rejects.toMatchObject({ code: 'TF401444' })
  })
})
