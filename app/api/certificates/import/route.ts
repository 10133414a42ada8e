import { importCertificate } from '#lib/certificates/import'
import { importCertificateInput } from '#lib/certificates/schema'
import { storageContext } from '#server/context'
import { route } from '#server/route'

export const POST = route({ allow: 'editor', body: importCertificateInput }, async ({ member, body }) =>
  importCertificate(await storageContext(), member, body),
)
