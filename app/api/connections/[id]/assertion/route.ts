import { z } from 'zod'
import { showAssertion } from '#lib/connections/elsewhere/show-assertion'
import { connectionId } from '#lib/connections/schema'
import { record, subjectOfConnection } from '#server/activity'
import { connectionLink } from '#server/azure-devops'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

/** The one route that gives an assertion out: to those who may sign in with the connection anyway, and never unseen. */
export const POST = route({ allow: 'editor', params }, async ({ member, params }) => {
  const link = await connectionLink(member, params.id)
  const subject = subjectOfConnection({ id: params.id, settings: link.settings })
  return showAssertion(link, member, () => record(member, 'assertion_shown', subject))
})
