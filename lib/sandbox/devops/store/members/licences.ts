import 'server-only'

/** What somebody may use, and who pays for it. */
export interface Licence {
  readonly licensingSource: 'account' | 'msdn'
  readonly accountLicenseType: string
  readonly msdnLicenseType: string
  readonly licenseDisplayName: string
}

const names: Readonly<Record<string, string>> = {
  none: 'None',
  stakeholder: 'Stakeholder',
  express: 'Basic',
  advanced: 'Basic + Test Plans',
  professional: 'Professional',
  earlyadopter: 'Early Adopter',
}

const subscriptions: Readonly<Record<string, string>> = {
  eligible: 'Visual Studio Subscriber',
  professional: 'Visual Studio Professional subscription',
  testprofessional: 'Visual Studio Test Professional subscription',
  platforms: 'MSDN Platforms',
  premium: 'Visual Studio Premium subscription',
  ultimate: 'Visual Studio Ultimate subscription',
  enterprise: 'Visual Studio Enterprise subscription',
}

const account = (type: string, licenseDisplayName: string): Licence => ({
  licensingSource: 'account',
  accountLicenseType: type,
  msdnLicenseType: 'none',
  licenseDisplayName,
})

const msdn = (type: string, licenseDisplayName: string): Licence => ({
  licensingSource: 'msdn',
  accountLicenseType: 'none',
  msdnLicenseType: type,
  licenseDisplayName,
})

export const basic = account('express', 'Basic')
export const stakeholder = account('stakeholder', 'Stakeholder')

/** The licence of that type in any case, as `accessLevel` asks for it; undefined if there is none of that name. */
export function licenceOf(source: string, type: string): Licence | undefined {
  const table = source.toLowerCase() === 'msdn' ? subscriptions : names
  const name = table[type.toLowerCase()]
  if (name === undefined) return undefined
  return table === subscriptions ? msdn(type, name) : account(type, name)
}
