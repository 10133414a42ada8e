import 'server-only'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Where Microsoft's documents and recorded traffic are. They are no part of the project, so they may be missing. */
const folder = resolve(process.env.CERTBOARD_REFERENCE ?? '../shared/reference')

export const hasReference = existsSync(join(folder, 'openapi'))

/** For the names of tests that have nothing to compare with. */
export const skipped = 'skipped, no reference data'

const namesIn = (path: string): string[] => (existsSync(path) ? readdirSync(path).sort() : [])

/** The OpenAPI documents of one version, as text. */
export function openApiTexts(version: string): string[] {
  const areas = namesIn(join(folder, 'openapi')).map((area) => join(folder, 'openapi', area, version))
  const files = areas.flatMap((area) => namesIn(area).map((name) => join(area, name)))
  return files.filter((file) => file.endsWith('.json')).map((file) => readFileSync(file, 'utf8'))
}

/** The lines of a file of recordings, parsed. */
export function recordedLines<T>(name: string): T[] {
  const file = join(folder, 'recordings', name)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line))
}

/** The body of a good answer in an official example; undefined if it is not there. */
export function exampleBody(name: string): unknown {
  const file = join(folder, 'openapi', `${name}.json`)
  if (!existsSync(file)) return undefined
  const { responses } = JSON.parse(readFileSync(file, 'utf8'))
  return responses['200'].body
}
