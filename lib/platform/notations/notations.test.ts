import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bashWord, bashWords } from './bash'
import { connectionString, connectionStringEntries } from './connection-string'
import { hclString, hclStringIn } from './hcl'
import { powershellString, powershellWords } from './powershell'

/** What breaks quoting: every quote, what expands, what separates, blanks, and what looks like an option or a comment. */
const nasty = fc.string({
  unit: fc.constantFrom(...`'"\`‘’‚‛$\\{}()[]%!&|;<>*?~#=^-, aé😀`),
  maxLength: 24,
})
const text = fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 24 })).filter((it) => !/\p{Cc}/u.test(it))

describe('a word for the shell', () => {
  it('reaches the program as it was, whatever is in it', () => {
    const words = fc.sample(text, { numRuns: 500, seed: 1 })
    const script = `printf '%s\\n' ${words.map(bashWord).join(' ')}`
    for (const shell of ['bash', 'sh']) {
      expect(execFileSync(shell, ['-c', script], { encoding: 'utf8' }).split('\n').slice(0, -1)).toEqual(words)
    }
  })

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(text), (words) => {
        expect(bashWords(words.map(bashWord).join(' '))).toEqual(words)
      }),
    )
  })

  it('stays bare where it may', () => {
    expect(bashWord('https://dev.azure.com/contoso')).toBe('https://dev.azure.com/contoso')
  })

  it('is read in double quotes, escaped, and put together of both', () => {
    expect(bashWords(String.raw`a"b \" c"d\ e 'f'"g"  "" `)).toEqual(['ab " cd e', 'fg', ''])
    expect(bashWords("a 'b")).toBeUndefined()
  })
})

it('a string of PowerShell is read as it was written', () => {
  fc.assert(
    fc.property(fc.array(text), (words) => {
      expect(powershellWords(words.map(powershellString).join(' '))).toEqual(words)
    }),
  )
})

it('in a string of PowerShell every quote that could end it is doubled', () => {
  fc.assert(
    fc.property(text, (it) => {
      const inside = powershellString(it).slice(1, -1)
      expect(inside.replaceAll(/['‘’‚‛]{2}/g, '')).not.toMatch(/['‘’‚‛]/)
    }),
  )
})

it('PowerShell in double quotes is read too', () => {
  expect(powershellWords('-A "b `"c" -D e')).toEqual(['-A', 'b "c', '-D', 'e'])
})

it('a string of HCL is read as it was written, and never begins a template', () => {
  fc.assert(
    fc.property(text, (it) => {
      expect(hclStringIn(hclString(it))).toBe(it)
      expect(hclString(it).replaceAll(/\$\$\{|%%\{/g, '')).not.toMatch(/[$%]\{/)
    }),
  )
})

describe('a connection string', () => {
  const name = fc.constantFrom('Token URL', 'Client ID', 'RetryMode')

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, text)), (entries) => {
        expect(connectionStringEntries(connectionString(entries))).toEqual(entries)
      }),
    )
  })

  it('is read with the quotes of others', () => {
    expect(connectionStringEntries(`A='it''s';B={x}}y} ; C = plain text ;D=;`)).toEqual([
      ['A', "it's"],
      ['B', 'x}y'],
      ['C', 'plain text'],
      ['D', ''],
    ])
  })

  it('is not seen in other texts', () => {
    expect(connectionStringEntries('provider "azuredevops" {')).toBeUndefined()
    expect(connectionStringEntries('A="b')).toBeUndefined()
  })
})
