import { execFileSync, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { Language, Parser } from 'web-tree-sitter'
import type { SetupStep } from '#lib/platform/errors/index'
import { bashWord } from '#lib/platform/notations/bash'
import { hclString } from '#lib/platform/notations/hcl'
import { powershellString } from '#lib/platform/notations/powershell'
import type { CommandValues, Tool } from './command'
import { commandsFor } from './commands-for'

const known: CommandValues = {
  isSandbox: false,
  appName: 'Certboard for contoso',
  organization: 'contoso',
  tenant: 'contoso.onmicrosoft.com',
  clientId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  certificate: { fileName: 'Azure-DevOps.pem', notAfter: '2027-06-30T00:00:00.000Z' },
}
const unknown: CommandValues = { isSandbox: false, appName: '', organization: '' }

const steps: readonly SetupStep[] = [1, 2, 3, 4]
const textsOf = (tool: Tool, values: CommandValues): string[] =>
  steps.flatMap((step) => commandsFor(step, values).flatMap((one) => (one.tool === tool ? [one.text] : [])))

const resolve = createRequire(import.meta.url).resolve
let powerShell: Parser
let terraform: Parser

async function parserOf(wasm: string): Promise<Parser> {
  const parser = new Parser()
  parser.setLanguage(await Language.load(resolve(wasm)))
  return parser
}

beforeAll(async () => {
  await Parser.init()
  powerShell = await parserOf('tree-sitter-powershell/tree-sitter-powershell.wasm')
  terraform = await parserOf('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm')
})

/** Whether the text is what the grammar of its language allows. */
const isWellFormed = (parser: Parser, text: string): boolean => parser.parse(`${text}\n`)?.rootNode.hasError === false

/** What somebody may have typed, with what shells and templates trip over. */
const typed = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "'",
      '"',
      '`',
      '$',
      '\\',
      '${',
      '$(',
      '%{',
      '}',
      ';',
      '&',
      '|',
      '#',
      '\n',
      '\b',
      '\f',
      '’',
      '‘',
      ' ',
      '-',
      '@',
    ),
    fc.string({ minLength: 1, maxLength: 3 }),
  ),
  maxLength: 12,
})

const hostile: fc.Arbitrary<CommandValues> = fc
  .tuple(typed, typed, typed, typed, typed)
  .map(([appName, organization, tenant, clientId, fileName]) => ({
    isSandbox: false,
    appName: appName.replaceAll('\0', ''),
    organization: organization.replaceAll('\0', ''),
    tenant: tenant.replaceAll('\0', ''),
    clientId: clientId.replaceAll('\0', ''),
    certificate: { fileName: fileName.replaceAll('\0', ''), notAfter: '2027-06-30T00:00:00.000Z' },
  }))

describe('what is printed for bash', () => {
  test.each(['azure-cli', 'graph'] as const)('is a script, whatever was typed: %s', (tool) => {
    for (const values of [known, unknown, ...fc.sample(hostile, 10)]) {
      for (const text of textsOf(tool, values)) execFileSync('bash', ['-n'], { input: text })
    }
  })

  test('holds what was typed as it was typed', () => {
    const texts = fc.sample(typed, 300).map((text) => text.replaceAll('\0', ''))
    const printed = execFileSync('bash', ['-s'], { input: `printf '%s\\0' ${texts.map(bashWord).join(' ')}` })
    expect(printed.toString().split('\0').slice(0, -1)).toEqual(texts)
  })

  test('stops at once where a value is missing, and says which, also when it is pasted', () => {
    for (const tool of ['azure-cli', 'graph'] as const) {
      for (const text of textsOf(tool, unknown)) {
        const { stderr } = spawnSync('/bin/bash', ['--norc', '-i'], {
          input: text,
          env: { NODE_ENV: 'test', PATH: '' },
        })
        expect(stderr.toString()).toMatch(/Set it to the/)
        expect(stderr.toString()).not.toMatch(/not found|No such file/)
      }
    }
  })
})

describe('what is printed for PowerShell', () => {
  test('is a script, whatever was typed', () => {
    for (const values of [known, unknown, ...fc.sample(hostile, 50)]) {
      for (const text of textsOf('powershell', values)) expect(isWellFormed(powerShell, text), text).toBe(true)
    }
  })

  test('holds what was typed in one string without variables', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const quoted = powershellString(text)
        expect(quoted.slice(1, -1).replace(/(['‘’‚‛])\1/g, '')).not.toMatch(/['‘’‚‛]/)
        expect(quoted.slice(1, -1).replace(/(['‘’‚‛])\1/g, '$1')).toBe(text)
      }),
    )
  })
})

describe('what is printed for Terraform', () => {
  test('is a configuration, whatever was typed', () => {
    for (const values of [known, unknown, ...fc.sample(hostile, 50)]) {
      for (const text of textsOf('terraform', values)) expect(isWellFormed(terraform, text), text).toBe(true)
    }
  })

  test('holds what was typed in one string, of which nothing is expanded', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const tree = terraform.parse(`a = ${hclString(text)}\n`)?.rootNode
        expect(tree?.hasError).toBe(false)
        expect(tree?.descendantsOfType(['template_interpolation', 'template_directive'])).toEqual([])
      }),
    )
  })
})

test('the parsers refuse what is not well-formed', () => {
  expect(isWellFormed(powerShell, "$a = 'open")).toBe(false)
  expect(isWellFormed(terraform, 'resource "a" {')).toBe(false)
})

test('Microsoft’s four steps can be done with every tool, and Certboard’s own two with none', () => {
  for (const step of steps) {
    const told = commandsFor(step, known)
    expect(told.map(({ tool }) => tool)).toEqual(['azure-cli', 'powershell', 'graph', 'terraform'])
    for (const { text } of told) expect(text).not.toMatch(/undefined|<\w+>/)
  }
  expect(commandsFor(5, known)).toEqual([])
  expect(commandsFor(6, known)).toEqual([])
})
