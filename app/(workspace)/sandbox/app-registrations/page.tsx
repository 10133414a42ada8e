import { AppRegistrations } from './app-registrations'

export const metadata = { title: 'App registrations' }

export default function AppRegistrationsPage() {
  return <AppRegistrations />
}
