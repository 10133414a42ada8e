import 'server-only'
import { type KeyObject, X509Certificate } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { AppError } from '#lib/platform/errors/index'
import type { Database } from '#lib/platform/storage/database'
import { certificates } from '#lib/platform/storage/tables'
import type { Vault } from '#lib/platform/vault/vault'
import { factsOf } from './facts'
import type { Pair } from './reading/choose-pair'
import { type Certificate, type KeyVaultPlace, keyVaultPlace } from './schema'

/** What the verbs of this feature work with. */
export interface CertificatesContext {
  readonly db: Database
  readonly vault: Vault
}

export type CertificateRow = typeof certificates.$inferSelect

const purpose = 'certificate-key'

const notFound = () => new AppError('not_found', { detail: 'There is no such certificate in this workspace.' })

export const toCertificate = (row: CertificateRow): Certificate => ({
  id: row.id,
  name: row.name,
  ...factsOf(new X509Certificate(row.certificatePem)),
  source: row.source,
  ...(row.keyVault !== null && { keyVault: keyVaultPlace.parse(row.keyVault) }),
  createdAt: row.createdAt.toISOString(),
})

const pkcs8Of = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString()

interface NewCertificate extends Pair {
  readonly name: string
  readonly source: CertificateRow['source']
}

async function insert(db: Database, values: typeof certificates.$inferInsert): Promise<Certificate> {
  const [row] = await db.insert(certificates).values(values).returning()
  if (!row) throw notFound()
  return toCertificate(row)
}

/** Stores the public part as it is and the private key sealed for its row. */
export async function insertCertificate(
  { db, vault }: CertificatesContext,
  workspaceId: string,
  { name, source, certificate, privateKey }: NewCertificate,
): Promise<Certificate> {
  const id = crypto.randomUUID()
  const sealedKey = await vault.seal(purpose, id, pkcs8Of(privateKey))
  const values = { id, workspaceId, name, source, certificatePem: certificate.toString(), sealedKey }
  return await insert(db, values)
}

interface NewVaultCertificate {
  readonly name: string
  readonly place: KeyVaultPlace
  readonly certificate: X509Certificate
}

/** Stores the public part and where the key is. The caller's certificate cannot be removed from then on. */
export function insertVaultCertificate(
  { db }: CertificatesContext,
  workspaceId: string,
  { name, place, certificate }: NewVaultCertificate,
): Promise<Certificate> {
  const callerCertificateId = place.caller.kind === 'certificate' ? place.caller.certificateId : null
  return insert(db, {
    id: crypto.randomUUID(),
    workspaceId,
    name,
    source: 'key vault',
    certificatePem: certificate.toString(),
    keyVault: place,
    callerCertificateId,
  })
}

export async function selectCertificates(db: Database, workspaceId: string): Promise<CertificateRow[]> {
  return db
    .select()
    .from(certificates)
    .where(eq(certificates.workspaceId, workspaceId))
    .orderBy(desc(certificates.createdAt))
}

const ofWorkspace = (workspaceId: string, id: string) =>
  and(eq(certificates.id, id), eq(certificates.workspaceId, workspaceId))

/** @throws not_found also for a certificate of another workspace, so that its existence does not show */
export async function selectCertificate(db: Database, workspaceId: string, id: string): Promise<CertificateRow> {
  const [row] = await db.select().from(certificates).where(ofWorkspace(workspaceId, id))
  if (!row) throw notFound()
  return row
}

/** The private key of a row, PKCS #8 in PEM: for the signer and for nothing else. */
export const unsealKey = ({ vault }: CertificatesContext, row: CertificateRow): Promise<string> =>
  vault.unseal(purpose, row.id, row.sealedKey ?? '')

/** foreign_key_violation; since version 18 PostgreSQL calls it restrict_violation where the constraint says RESTRICT. */
const stillReferenced = ['23503', '23001']

/** Drizzle wraps what PostgreSQL answers. */
function sqlStateOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : undefined
}

/** @throws not_found, certificate_in_use */
export async function deleteCertificate(db: Database, workspaceId: string, id: string): Promise<void> {
  try {
    const removed = await db.delete(certificates).where(ofWorkspace(workspaceId, id)).returning({ id: certificates.id })
    if (removed.length === 0) throw notFound()
  } catch (cause) {
    if (stillReferenced.includes(sqlStateOf(cause) ?? '')) throw new AppError('certificate_in_use')
    throw cause
  }
}
