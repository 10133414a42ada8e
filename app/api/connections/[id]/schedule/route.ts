import { z } from 'zod'
import { getConnection } from '#lib/connections/get'
import { scheduleInput } from '#lib/connections/schedule/schema'
import { setSchedule } from '#lib/connections/schedule/set-schedule'
import { connectionId } from '#lib/connections/schema'
import { record, subjectOfConnection } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

export const PUT = route({ allow: 'editor', params, body: scheduleInput }, async ({ member, params: { id }, body }) => {
  const context = await storageContext()
  await setSchedule(context, member, id, body)
  await record(member, 'schedule_changed', subjectOfConnection(await getConnection(context, member, id)))
})
