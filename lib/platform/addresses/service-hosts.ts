/** Azure DevOps is several services. Each has the organization as the first part of its addresses. */
export const serviceHosts = {
  'dev.azure.com': 'Projects, boards, repositories, pipelines, tests',
  'vssps.dev.azure.com': 'Graph and identities',
  'vsaex.dev.azure.com': 'Users and access levels',
  'analytics.dev.azure.com': 'Analytics (OData)',
  'almsearch.dev.azure.com': 'Search',
  'vsrm.dev.azure.com': 'Classic releases',
  'vstmr.dev.azure.com': 'Test results',
  'feeds.dev.azure.com': 'Artifacts: feeds',
  'pkgs.dev.azure.com': 'Artifacts: packages',
  'extmgmt.dev.azure.com': 'Extensions',
  'auditservice.dev.azure.com': 'Auditing',
} as const
export type ServiceHost = keyof typeof serviceHosts

export const isServiceHost = (name: string): name is ServiceHost => Object.hasOwn(serviceHosts, name)
