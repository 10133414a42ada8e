import 'server-only'

/**
 * Other organizations that one may name by mistake: they exist, and nobody of this tenant is a member. The tenant is the
 * one that each is connected to; all zeros where it is backed by Microsoft accounts.
 */
const tenants: Readonly<Record<string, string>> = {
  northwind: '6e0c3a51-8f24-4d6b-9c1e-2b7f5a90d348',
  tailspin: '00000000-0000-0000-0000-000000000000',
}

export const tenantOfNeighbour = (organization: string): string | undefined => tenants[organization.toLowerCase()]
