import { expect, test } from 'vitest'
import type { ResourceLocation } from './api-version'
import { completions } from './complete-path'

const location = (template: string, released = '7.1'): ResourceLocation => ({
  area: '',
  resource: '',
  template,
  resourceVersion: 1,
  min: '1.0',
  max: '7.2',
  released,
})
const locations = [
  location('_apis/projects/{*projectId}'),
  location('_apis/Tokens/Pats'),
  location('_apis/Graph/Users/{userDescriptor}', '0.0'),
  location('{project}/_apis/wit/workItems/{id}'),
  location('{project}/_apis/wit/workItems/{id}', '0.0'),
  location('{project}/{team}/_apis/wit/wiql/{id}'),
]
const pathsFor = (text: string, defaultProject?: string) =>
  completions(text, locations, defaultProject).map(({ path }) => path)

test.each([
  ['_apis/pro', undefined, ['_apis/projects', '_apis/projects/{*projectId}']],
  ['_apis/WORK', undefined, ['{project}/_apis/wit/workItems', '{project}/_apis/wit/workItems/{id}']],
  [
    'Store front/_apis/wit',
    undefined,
    [
      'Store front/_apis/wit/workItems',
      'Store front/_apis/wit/workItems/{id}',
      'Store front/{team}/_apis/wit/wiql',
      'Store front/{team}/_apis/wit/wiql/{id}',
    ],
  ],
  ['A/B/', undefined, ['A/B/_apis/wit/wiql', 'A/B/_apis/wit/wiql/{id}']],
  ['A/B/_apis/w', undefined, ['A/B/_apis/wit/wiql', 'A/B/_apis/wit/wiql/{id}']],
  ['users graph', undefined, ['_apis/Graph/Users', '_apis/Graph/Users/{userDescriptor}']],
  ['workitems', '50% off', ['50%25%20off/_apis/wit/workItems', '50%25%20off/_apis/wit/workItems/{id}']],
  ['tokens', undefined, []],
  ['workitems', 'Storefront', ['Storefront/_apis/wit/workItems', 'Storefront/_apis/wit/workItems/{id}']],
  ['_apis/projects/{*projectId}', undefined, ['_apis/projects']],
  ['_apis/projects?$top', undefined, []],
  ['https://dev.azure.com/contoso/_apis', undefined, []],
])('“%s” with the default project %s is completed to %j', (text, defaultProject, paths) => {
  expect(pathsFor(text, defaultProject)).toEqual(paths)
})

test('each path is offered once, the beginnings first, and previews are told', () => {
  expect(completions('', locations)).toHaveLength(8)
  expect(completions('users', locations)).toEqual([
    { path: '_apis/Graph/Users', isPreview: true },
    { path: '_apis/Graph/Users/{userDescriptor}', isPreview: true },
  ])
})
