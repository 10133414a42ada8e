import { addFolderFile } from '#lib/certificates/folder/add-file'
import { listFolder } from '#lib/certificates/folder/list'
import { addFolderFileInput } from '#lib/certificates/schema'
import { record } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'

export const GET = route({ allow: 'viewer' }, async ({ member }) => listFolder(await storageContext(), member))

export const POST = route({ allow: 'editor', body: addFolderFileInput }, async ({ member, body }) => {
  const certificate = await addFolderFile(await storageContext(), member, body)
  await record(member, 'certificate_added', certificate)
  return certificate
})
