import { importCertificate } from '#lib/certificates/import'
import { importCertificateInput } from '#lib/certificates/schema'
import { record } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'

export const POST = route({ allow: 'editor', body: importCertificateInput }, async ({ member, body }) => {
  const certificate = await importCertificate(await storageContext(), member, body)
  await record(member, 'certificate_added', certificate)
  return certificate
})
