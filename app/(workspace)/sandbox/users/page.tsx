import { OrganizationUsers } from './organization-users'

export const metadata = { title: 'Organization users' }

export default function UsersPage() {
  return <OrganizationUsers />
}
