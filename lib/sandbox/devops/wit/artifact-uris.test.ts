import { expect, test } from 'vitest'
import { bodyOf } from '../test-organization'
import { createWriter } from './writing/test-writer'

const { organization, made, patched, link } = createWriter(50)
const commit = 'vstfs:///Git/Commit/11111111-2222-4333-8444-555555555555%2fabc%2f0123'

test('items are found by what they are linked to, whatever the case of its address', async () => {
  const [first, second] = [await made('Task'), await made('Bug')]
  for (const { id } of [first, second]) {
    await patched(id, {
      op: 'add',
      path: '/relations/-',
      value: { rel: 'ArtifactLink', url: commit, attributes: { name: 'Fixed in Commit' } },
    })
  }
  await patched(first.id, link('Hyperlink', 'https://contoso.example/commit'))
  const uris = [commit.toUpperCase(), 'vstfs:///Build/Build/1']
  const body = await bodyOf(organization.post('_apis/wit/artifactUriQuery?api-version=7.1', { artifactUris: uris }))
  const references = [first, second].map(({ id }) => ({ id, url: `${organization.url}/_apis/wit/workItems/${id}` }))
  expect(body).toEqual({
    artifactUrisQueryResult: { [commit.toUpperCase()]: references, 'vstfs:///Build/Build/1': [] },
  })
})

test('a question without addresses is refused', async () => {
  expect((await organization.post('_apis/wit/artifactUriQuery?api-version=7.1', {})).status).toBe(400)
})
