import 'server-only'

/** Microsoft's names that the sandbox stands in for; `*` is one label, as in a certificate. */
export const microsoftHosts = [
  'login.microsoftonline.com',
  'login.windows.net',
  'login.microsoft.com',
  'sts.windows.net',
  'graph.microsoft.com',
  'management.azure.com',
  '*.vault.azure.net',
  'dev.azure.com',
  '*.dev.azure.com',
  '*.visualstudio.com',
  '*.vssps.visualstudio.com',
  '*.vsaex.visualstudio.com',
  '*.analytics.visualstudio.com',
  '*.almsearch.visualstudio.com',
  '*.vstmr.visualstudio.com',
]

export function isMicrosoftHost(host: string): boolean {
  const name = host.toLowerCase()
  return microsoftHosts.includes(name) || microsoftHosts.includes(name.replace(/^[^.]+/, '*'))
}
