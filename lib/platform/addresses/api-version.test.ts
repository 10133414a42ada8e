import { describe, expect, test } from 'vitest'
import { type ResourceLocation, versionFor } from './api-version'

const row = (min: string, max: string, released: string): ResourceLocation => ({
  area: 'wit',
  resource: 'things',
  template: '_apis/wit/things',
  resourceVersion: 1,
  min,
  max,
  released,
})

describe('the version that is asked', () => {
  test.each([
    [row('1.0', '7.2', '7.1'), '7.0', '7.0', undefined],
    [row('1.0', '7.2', '7.1'), '7.2-preview', '7.2-preview', undefined],
    [row('5.1', '7.2', '0.0'), '7.1', '7.1-preview', 'there is only a preview of it'],
    [row('1.0', '7.2', '7.2'), '7.2-preview', '7.2', 'it is released'],
    [row('7.1', '7.2', '7.1'), '7.0', '7.1', 'there is no older one'],
    [row('3.0', '5.0', '5.0'), '7.0', '5.0', 'there is no newer one'],
    [row('1.0', '5.10', '5.9'), '7.0', '5.10-preview', 'there is no newer one'],
  ])('of %o by a connection with %s is %s', (location, wanted, version, reason) => {
    expect(versionFor(location, wanted)).toEqual(reason === undefined ? { version } : { version, reason })
  })
})
