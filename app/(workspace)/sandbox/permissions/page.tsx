import { ApiPermissions } from './api-permissions'

export const metadata = { title: 'API permissions' }

export default function PermissionsPage() {
  return <ApiPermissions />
}
