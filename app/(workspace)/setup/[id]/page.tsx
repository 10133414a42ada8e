import { redirect } from 'next/navigation'
import { foundSetup } from './found'

/** A setup is taken up again at its last step once it is saved, and at its first before. */
export default async function SetupStartPage({ params }: PageProps<'/setup/[id]'>) {
  const { id } = await params
  const { connectionId } = await foundSetup(id)
  redirect(`/setup/${id}/${connectionId ? 'finish' : 'register-app'}`)
}
