import 'server-only'
import { type Answer, answer, answerList, noContent } from '../../protocol/answer'
import { bodyOf, type Call, projectOf } from '../../protocol/call'
import type { Tag } from '../../store/tags'
import { dateText } from '../render'
import { authorOf } from '../writing/people'
import { tagNameRefused, tagNameTaken, tagUnknown } from './errors'

const longestName = 400

const shown = ({ store, project }: Call, { id, name, lastUpdated }: Tag) => ({
  id,
  name,
  url: `${store.url}/${project?.id}/_apis/wit/tags/${id}`,
  lastUpdated: dateText(lastUpdated),
})

function tagOf(call: Call): Tag {
  const idOrName = call.parameters[0] ?? ''
  const tag = call.store.tags.find(projectOf(call), idOrName)
  if (!tag) throw tagUnknown(idOrName)
  return tag
}

async function nameOf({ request }: Call): Promise<string> {
  const { name } = await bodyOf(request)
  const text = typeof name === 'string' ? name.trim() : ''
  if (text === '' || text.length > longestName || /[,;]/.test(text)) throw tagNameRefused(text)
  return text
}

export const listTags = (call: Call): Answer =>
  answerList(call.store.tags.of(projectOf(call)).map((tag) => shown(call, tag)))

export const getTag = (call: Call): Answer => answer(shown(call, tagOf(call)))

/** Gives a tag another name, on all items that have it; other letter case alone is another name too. */
export async function renameTag(call: Call): Promise<Answer> {
  const { store } = call
  const [tag, name, project] = [tagOf(call), await nameOf(call), projectOf(call)]
  const taken = store.tags.find(project, name)
  if (taken && taken.id !== tag.id) throw tagNameTaken(name)
  return answer(shown(call, store.tags.rename(project, tag, name, authorOf(call))))
}

export function deleteTag(call: Call): Answer {
  call.store.tags.remove(projectOf(call), tagOf(call), authorOf(call))
  return noContent
}
