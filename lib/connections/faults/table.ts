import { describe } from '#lib/platform/errors/index'
import { checkTitles, connectionLabels } from '../schema'
import type { FaultCase, FaultGroup } from './fault-case'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')

const owners = {
  you: 'you',
  operator: 'who runs this server',
  'entra administrator': 'the Entra administrator',
  'collection administrator': 'the collection administrator',
  'key vault administrator': 'the administrator of the key vault',
  microsoft: 'Microsoft',
}

function row({ what, mend, finds: { check, code, step, owner, field } }: FaultCase): string {
  const place = [step && `step ${step}`, field && connectionLabels[field]].filter(Boolean).join(', ')
  const finding = `${describe(code).title} (\`${code}\`)`
  const cells = [what, checkTitles[check], finding, mend, owners[owner], place || '–']
  return `| ${cells.map(cell).join(' | ')} |`
}

const section = ({ title, cases }: FaultGroup): string =>
  [
    `## ${title}`,
    '',
    '| What goes wrong | Check | Finding | What mends it | Who | Where |',
    '| --- | --- | --- | --- | --- | --- |',
    ...cases.map(row),
    '',
  ].join('\n')

/** The page that tells what the connection test finds for each cause. */
export function tableOf(groups: readonly FaultGroup[]): string {
  const count = groups.reduce((sum, { cases }) => sum + cases.length, 0)
  const introduction = [
    '# What can go wrong, and what the connection test says',
    '',
    `${count} causes, each brought about in the sandbox or on the way to it, and what **Test connection** finds first. Causes`,
    'that are mended in different ways have findings of their own. The page `/help/<code>` of a running Certboard tells what to',
    'do about each; numbers that begin with AADSTS, TF or VS are Microsoft’s. Of what is called unverified, Microsoft’s',
    'answer is not documented and was not seen.',
    '',
    'This page is written from `lib/connections/faults/` by `npx vitest run lib/connections/faults -u`.',
    '',
  ]
  return [...introduction, ...groups.map(section)].join('\n')
}
