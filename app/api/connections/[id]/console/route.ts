import { z } from 'zod'
import { consoleRequest } from '#lib/connections/console/schema'
import { sendRequest } from '#lib/connections/console/send-request'
import { getConnection } from '#lib/connections/get'
import { connectionId } from '#lib/connections/schema'
import { record } from '#server/activity'
import { connectionLink } from '#server/azure-devops'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

export const POST = route(
  { allow: 'editor', params, body: consoleRequest },
  async ({ member, params: { id }, body, request }) => {
    const [context, link] = await Promise.all([storageContext(), connectionLink(member, id)])
    const writesUntil = async () => (await getConnection(context, member, id)).writesUntil
    const onWrite = (what: string) => record(member, 'console_written', { id, name: `${link.settings.name}: ${what}` })
    return sendRequest({ link, writesUntil, onWrite }, member, body, { signal: request.signal })
  },
)
