import 'server-only'
import { pipelineYaml } from '../../seed/delivery/contents'
import { findPipeline } from '../build/find'
import { type Answer, answer } from '../protocol/answer'
import { bodyOf, type Call, textIn } from '../protocol/call'
import { notEmulated } from '../protocol/errors'

/** What would run. The sandbox's pipelines use no templates, so they stay as they are written. */
export async function previewPipeline(call: Call): Promise<Answer> {
  const { occasion } = findPipeline(call, call.parameters[0] ?? '')
  const override = textIn(await bodyOf(call.request), 'yamlOverride')
  if (override) throw notEmulated('what becomes of another YAML')
  return answer({ finalYaml: pipelineYaml(occasion) })
}
