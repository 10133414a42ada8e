import { generateCertificate } from '#lib/certificates/generate'
import { listCertificates } from '#lib/certificates/list'
import { generateCertificateInput } from '#lib/certificates/schema'
import { record } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'

export const GET = route({ allow: 'viewer' }, async ({ member }) => listCertificates(await storageContext(), member))

export const POST = route({ allow: 'editor', body: generateCertificateInput }, async ({ member, body }) => {
  const certificate = await generateCertificate(await storageContext(), member, body)
  await record(member, 'certificate_added', certificate)
  return certificate
})
