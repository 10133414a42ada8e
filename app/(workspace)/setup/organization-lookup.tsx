'use client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { hasCode, problemOf } from '#query/problem'
import { organizationQuery } from '#query/setup'
import { Icon, type IconName } from '#ui/icon'

const pause = 500

/** The value as it was when it had not changed for a moment, so that not every letter is asked for. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** To which tenant an organization is connected, as far as that is known. */
function useOrganization(organization: string, isSandbox: boolean) {
  const settled = useSettled(organization)
  return useQuery({ ...organizationQuery(settled, isSandbox), enabled: settled !== '' && settled === organization })
}

/** An organization of Microsoft accounts says this tenant. */
const noTenant = '00000000-0000-0000-0000-000000000000'

interface Said {
  readonly icon: IconName
  readonly ink: string
  readonly text: string
}

function saidOf({ data, error }: ReturnType<typeof useOrganization>, organization: string): Said | undefined {
  const warning = { icon: 'alert', ink: 'text-warned' } as const
  if (error && hasCode(error, 'azure_devops_organization_unknown')) {
    return { ...warning, text: `Azure DevOps knows no organization “${organization}”.` }
  }
  if (error) return { ...warning, text: problemOf(error).title }
  if (data?.tenantId === noTenant) {
    return { ...warning, text: 'This organization is connected to no tenant, so no app can be added to it.' }
  }
  if (!data?.tenantId) return undefined
  return { icon: 'check', ink: 'text-passed', text: `Found. Its tenant is ${data.tenantId}.` }
}

interface OrganizationLookupProps {
  /** Undefined while there is no name in what was typed. */
  readonly organization: string | undefined
  readonly isSandbox: boolean
}

/** Says while it is typed whether the organization exists, and which tenant it trusts. */
export function OrganizationLookup({ organization = '', isSandbox }: OrganizationLookupProps) {
  const said = saidOf(useOrganization(organization, isSandbox), organization)
  return (
    <div role="status" className="min-h-5">
      {said && (
        <p className={`flex items-start gap-1.5 text-sm ${said.ink}`}>
          <Icon name={said.icon} className="mt-0.5 size-4" />
          <span className="wrap-anywhere min-w-0">{said.text}</span>
        </p>
      )}
    </div>
  )
}
