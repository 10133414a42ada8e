import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { AppError } from '#lib/platform/errors/index'
import { connections } from '#lib/platform/storage/tables'
import type { Connection } from '../schema'
import { type ConnectionsContext, ofWorkspace, sealSettings, selectConnection } from '../store'
import type { Certificates } from './steps'

const isStill = (column: AnyPgColumn, value: string | undefined) => sql`${column} is not distinct from ${value ?? null}`

export const certificatesOf = ({ settings, rotation = {} }: Connection): Certificates => ({
  certificateId: settings.certificateId,
  rotation,
})

/**
 * Takes a step, if the connection is still where it was when the step was decided.
 * @throws rotation_out_of_step when somebody else was faster
 */
export async function takeStep(
  context: ConnectionsContext,
  workspaceId: string,
  { id, settings, rotation: from = {} }: Connection,
  { certificateId, rotation: to }: Certificates,
): Promise<Connection> {
  const taken = await context.db
    .update(connections)
    .set({
      certificateId,
      sealedSettings: await sealSettings(context, id, { ...settings, certificateId }),
      nextCertificateId: to.nextCertificateId ?? null,
      previousCertificateId: to.previousCertificateId ?? null,
      graceEndsAt: to.graceEndsAt ? new Date(to.graceEndsAt) : null,
      previousUsedAt: null,
      updatedAt: new Date(),
    })
    .where(
      and(
        ofWorkspace(workspaceId, id),
        eq(connections.certificateId, settings.certificateId),
        isStill(connections.nextCertificateId, from.nextCertificateId),
        isStill(connections.previousCertificateId, from.previousCertificateId),
      ),
    )
    .returning({ id: connections.id })
  if (taken.length === 0) throw new AppError('rotation_out_of_step', { detail: 'Somebody else was faster.' })
  return selectConnection(context, workspaceId, id)
}
