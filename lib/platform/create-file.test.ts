import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFile } from './create-file'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certboard-create-file-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('of those who create one file, the first one does, and leaves nothing else behind', () => {
  const file = join(folder, 'file')
  expect([createFile(file, 'first'), createFile(file, 'second')]).toEqual([true, false])
  expect(readFileSync(file, 'utf8')).toBe('first')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['file'])
})

test('processes that create one file at the same moment never see it without its content', async () => {
  const file = join(folder, 'file')
  const source = `
    import { readFileSync } from 'node:fs'
    const { createFile } = await import(${JSON.stringify(join(import.meta.dirname, 'create-file.ts'))})
    const made = createFile(${JSON.stringify(file)}, 'x'.repeat(100_000))
    console.log(JSON.stringify({ made, length: readFileSync(${JSON.stringify(file)}, 'utf8').length }))`
  const start = () =>
    promisify(execFile)(process.execPath, [
      ...['--conditions=react-server', '--import', 'tsx', '--input-type=module'],
      ...['--eval', source],
    ])
  const seen = (await Promise.all(Array.from({ length: 4 }, start))).map(({ stdout }) => JSON.parse(stdout))
  expect(seen.filter(({ made }) => made)).toHaveLength(1)
  expect(seen.map(({ length }) => length)).toEqual([100_000, 100_000, 100_000, 100_000])
})

test('a folder that is missing is an error and not a file that exists', () => {
  expect(() => createFile(join(folder, 'missing', 'file'), '')).toThrow(expect.objectContaining({ code: 'ENOENT' }))
})
