import 'server-only'
import type { SetupStep } from '#lib/platform/errors/index'
import { azureCli } from './azure-cli'
import type { Command, CommandValues, Steps, Tool } from './command'
import { graphRest } from './graph'
import { powerShell } from './powershell'
import { terraform } from './terraform'

const tools: readonly (readonly [Tool, Steps])[] = [
  ['azure-cli', azureCli],
  ['powershell', powerShell],
  ['graph', graphRest],
  ['terraform', terraform],
]

/** The tools with whose commands Microsoft is prepared; the last two steps are Certboard's own. */
const isPrepared = (step: SetupStep): step is 1 | 2 | 3 | 4 => step <= 4

/**
 * How each tool does a step, with what is known filled in (“Azure DevOps: Use service principals & managed identities”,
 * Microsoft Graph's reference, the providers' documentation).
 */
export function commandsFor(step: SetupStep, values: CommandValues): Command[] {
  if (!isPrepared(step)) return []
  return tools.flatMap(([tool, steps]) => {
    const command = steps[step]
    return command ? [{ tool, ...command(values) }] : []
  })
}
