import { expect, test } from 'vitest'
import { isMicrosoftHost } from './hosts'
import { readOptions } from './options'

test('without options there are defaults', () => {
  expect(readOptions([])).toEqual({
    port: 0,
    items: 2000,
    revisions: 5,
    seed: 1,
    latency: 0,
    limits: 'off',
    log: false,
  })
})

test('each option is read', () => {
  const args = [
    '--port',
    '8080',
    '--items=20000',
    '--revisions',
    '8',
    '--seed',
    '7',
    '--latency',
    '30',
    '--limits',
    'harsh',
    '--log',
  ]
  expect(readOptions(args)).toEqual({
    port: 8080,
    items: 20_000,
    revisions: 8,
    seed: 7,
    latency: 30,
    limits: 'harsh',
    log: true,
  })
})

test.each([
  ['--port', '65536', '--port must be a whole number from 0 to 65535.'],
  ['--port', 'abc', '--port must be'],
  ['--items', '-1', 'Usage:'],
  ['--items', '1.5', '--items must be'],
  ['--items', '', '--items must be'],
  ['--revisions', '3', '--revisions must be a whole number from 4 to 50.'],
  ['--seed', '99999999999', '--seed must be'],
  ['--latency', '60001', '--latency must be'],
  ['--limits', 'soft', '--limits must be one of off, realistic, harsh.'],
  ['--color', 'red', 'Usage:'],
  ['--log', 'yes', 'Usage:'],
])('%s %j is refused with one sentence', (name, value, sentence) => {
  expect(() => readOptions([name, value])).toThrow(sentence)
})

test.each([
  ['login.microsoftonline.com', true],
  ['graph.microsoft.com', true],
  ['management.azure.com', true],
  ['DEV.azure.com', true],
  ['vssps.dev.azure.com', true],
  ['contoso.visualstudio.com', true],
  ['app.vssps.visualstudio.com', true],
  ['a.b.dev.azure.com', false],
  ['visualstudio.com', false],
  ['evil-dev.azure.com', false],
  ['dev.azure.com.example.com', false],
  ['example.com', false],
])('the proxy leads %s to the sandbox: %s', (host, led) => {
  expect(isMicrosoftHost(host)).toBe(led)
})
