import 'server-only'
import { createHash } from 'node:crypto'
import { createRandom, type Random } from '../random'
import type { Occasion, Repository } from './model'
import { pipelineFiles, stagesOf, tasksOf } from './stages'

const randomOf = (text: string): Random => createRandom(createHash('sha256').update(text).digest().readUInt32BE(0))

const slugOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-')

const triggers: Readonly<Record<Occasion, readonly string[]>> = {
  change: ['trigger:', '- main'],
  night: ['trigger: none', 'schedules:', "- cron: '0 2 * * *'", '  branches:', '    include:', '    - main'],
  'pull request': ['trigger: none', 'pr:', '- main'],
}

/** In YAML; its steps are the tasks that its runs show. */
export function pipelineYaml(occasion: Occasion): string {
  const stages = stagesOf(occasion).flatMap((stage) => [
    `- stage: ${stage}`,
    '  jobs:',
    `  - job: ${stage}`,
    '    steps:',
    ...tasksOf[stage].flatMap((task) => [`    - script: npm run ${slugOf(task)}`, `      displayName: ${task}`]),
  ])
  const pool = ['pool:', '  vmImage: ubuntu-latest']
  return `${[...triggers[occasion], ...pool, 'stages:', ...stages].join('\n')}\n`
}

const phrases = [
  'keeps what it was given',
  'refuses what it does not know',
  'is the same for everybody',
  'comes before everything else',
  'is asked for only once',
  'may be empty',
  'is written down in the handbook',
]

function linesOf(path: string, version: string): string[] {
  const random = randomOf(`${path} ${version}`)
  const subject = path.split('/').at(-1)?.split('.')[0] ?? ''
  return Array.from({ length: 4 + random.below(24) }, (_, index) => `${subject} ${index + 1} ${random.pick(phrases)}`)
}

const codeOf = (lines: readonly string[]): string =>
  `export const rules = [\n${lines.map((line) => `  '${line}',\n`).join('')}]\n`

const pageOf = (title: string, lines: readonly string[]): string =>
  `# ${title}\n\n${lines.map((line) => `- ${line}\n`).join('')}`

/**
 * What is in a file, which nobody has written but which is always the same.
 * @param version The ID of the commit that wrote it
 */
export function contentOf({ name }: Repository, path: string, version: string): string {
  const occasion = pipelineFiles.get(path)
  if (occasion) return pipelineYaml(occasion)
  const title = path === '/README.md' ? name : path.slice(1)
  return path.endsWith('.md') ? pageOf(title, linesOf(path, version)) : codeOf(linesOf(path, version))
}
