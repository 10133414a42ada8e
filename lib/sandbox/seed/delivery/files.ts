import 'server-only'
import { createRandom, type Random } from '../random'
import type { Commit, FileChange, Files } from './model'
import { pipelineFiles } from './stages'

const subjects = ['cart', 'order', 'search', 'session', 'address', 'payment', 'schedule', 'route', 'report', 'import']
const parts = ['index', 'model', 'store', 'routes', 'format', 'rules', 'client', 'view']
const variants = ['archive', 'bulk', 'draft', 'guest', 'mobile', 'preview', 'remote', 'shared']

/** Nobody changes these. */
const lasting: ReadonlySet<string> = new Set(['/README.md', ...pipelineFiles.keys()])

/** What a repository begins with: more files than any pull request touches. */
export const firstFiles: readonly string[] = [
  ...lasting,
  ...subjects.map((subject) => `/docs/${subject}.md`),
  ...subjects.flatMap((subject) => parts.map((part) => `/src/${subject}/${part}.ts`)),
  ...subjects.map((subject) => `/test/${subject}.test.ts`),
]

function newPath(isTaken: (path: string) => boolean, random: Random): string {
  const base = `/src/${random.pick(subjects)}/${random.pick(variants)}-${random.pick(parts)}`
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? `${base}.ts` : `${base}-${number}.ts`
    if (!isTaken(path)) return path
  }
}

/**
 * What the commits of a pull request do to the files they found, as many changes as each commit counts. None touches a
 * file that another one has touched, so that what the pull request does is the sum of what its commits do.
 * @returns By ID of the commit
 */
export function chooseChanges(commits: readonly Commit[], files: Files): Map<string, readonly FileChange[]> {
  const known = [...files.keys()].filter((path) => !lasting.has(path))
  const touched = new Set<string>()
  const isTaken = (path: string): boolean => files.has(path) || touched.has(path)

  function touch(path: string): string {
    touched.add(path)
    return path
  }

  function pickKnown(random: Random): string {
    let at = random.below(known.length)
    while (touched.has(known[at] ?? '')) at = (at + 1) % known.length
    return touch(known[at] ?? '')
  }

  function changesOf({ id, changes: { add, edit, delete: removed } }: Commit): FileChange[] {
    const random = createRandom(Number.parseInt(id.slice(0, 8), 16))
    const times = (count: number, make: () => FileChange): FileChange[] => Array.from({ length: count }, make)
    return [
      ...times(add, () => ({ path: touch(newPath(isTaken, random)), before: undefined, after: id })),
      ...times(edit, () => {
        const path = pickKnown(random)
        return { path, before: files.get(path), after: id }
      }),
      ...times(removed, () => {
        const path = pickKnown(random)
        return { path, before: files.get(path), after: undefined }
      }),
    ]
  }

  return new Map(commits.map((commit) => [commit.id, changesOf(commit)]))
}

/** The files after a change of some of them. */
export function changed(files: Files, changes: readonly FileChange[]): Files {
  const result = new Map(files)
  for (const { path, after } of changes) {
    if (after === undefined) result.delete(path)
    else result.set(path, after)
  }
  return result
}
