import { z } from 'zod'
import { type Writes, writesInput } from '#lib/connections/console/schema'
import { setWrites } from '#lib/connections/console/set-writes'
import { getConnection } from '#lib/connections/get'
import { connectionId } from '#lib/connections/schema'
import { record, subjectOfConnection } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

export const PUT = route(
  { allow: 'owner', params, body: writesInput },
  async ({ member, params: { id }, body }): Promise<Writes> => {
    const context = await storageContext()
    const until = await setWrites(context, member, id, body.allowed)
    const kind = body.allowed ? 'console_writes_allowed' : 'console_writes_ended'
    await record(member, kind, subjectOfConnection(await getConnection(context, member, id)))
    return until === undefined ? {} : { until }
  },
)
