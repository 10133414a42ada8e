import 'server-only'
import type { Build } from '../../seed/delivery/model'
import { type Answer, answerText } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { buildsOf, pipelineNamed } from './find'
import { stepsOf } from './steps'

const colors: Readonly<Record<string, string>> = {
  succeeded: '#4da2db',
  'partially succeeded': '#f6af08',
  failed: '#e05d44',
}

const otherColor = '#9f9f9f'

/** How a build ended, or one of its stages, each of which has one job of the same name. */
function stateOf(build: Build | undefined, { query, now }: Call): string {
  if (!build) return 'never built'
  const wanted = query.get('stageName') ?? query.get('jobName')
  const step = wanted === null ? undefined : stepsOf(build, now.getTime()).find(({ path }) => path === wanted)
  if (wanted !== null && !step) return 'unknown'
  const state = step?.outcome ?? build.result ?? 'unknown'
  return state === 'partiallySucceeded' || state === 'succeededWithIssues' ? 'partially succeeded' : state
}

const escaped = (text: string): string => text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`)

const letterWidth = 7
const padding = 10

/** Two fields with a word in each; the service's own drawing looks alike. */
function drawn(label: string, state: string): string {
  const left = label.length * letterWidth + padding
  const right = state.length * letterWidth + padding
  const text = (x: number, words: string) => `<text x="${x}" y="14" text-anchor="middle">${escaped(words)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20">`,
    `<title>${escaped(`${label}: ${state}`)}</title>`,
    `<rect width="${left}" height="20" fill="#555555"/>`,
    `<rect x="${left}" width="${right}" height="20" fill="${colors[state] ?? otherColor}"/>`,
    `<g fill="#ffffff" font-family="DejaVu Sans,Verdana,Geneva,sans-serif" font-size="11">`,
    text(left / 2, label),
    text(left + right / 2, state),
    '</g></svg>',
  ].join('')
}

/** The state of a definition as a picture; of its default branch, unless another one is named. */
export function getStatusBadge(call: Call): Answer {
  const { query, parameters } = call
  const pipeline = pipelineNamed(call, parameters[0] ?? '')
  const branch = query.get('branchName') ?? 'main'
  const isWanted = (one: Build) =>
    one.pipeline === pipeline && one.result !== undefined && [branch, `refs/heads/${branch}`].includes(one.branch)
  const state = stateOf(buildsOf(call).findLast(isWanted), call)
  return answerText(drawn(query.get('label') ?? pipeline.name, state), 'image/svg+xml; charset=utf-8')
}
