import 'server-only'
import type { Service } from '../protocol/hosts'

interface ResourceArea {
  readonly id: string
  readonly name: string
  /** Where its resources are; `dev.azure.com` unless given. */
  readonly service?: Service
}

/** Areas that have resources here, with the IDs by which clients look for them. */
export const resourceAreas: readonly ResourceArea[] = [
  { id: '79134c72-4a58-4b42-976c-04e7115f32bf', name: 'core' },
  { id: '5264459e-e5e0-4bd8-b118-0985e68a4ec5', name: 'wit' },
  { id: '1d4f49f9-02b9-4e26-b826-2cdb6195f2a9', name: 'work' },
  { id: '68ddce18-2501-45f1-a17b-7931a9922690', name: 'MemberEntitlementManagement', service: 'vsaex.dev.azure.com' },
  { id: 'bb1e7ec9-e901-4b68-999a-de7012b920f8', name: 'Graph', service: 'vssps.dev.azure.com' },
  { id: '8a3d49b8-91f0-46ef-b33d-dda338c25db3', name: 'IMS', service: 'vssps.dev.azure.com' },
  { id: '4e080c62-fa21-4fbc-8fef-2a10a2b38049', name: 'git' },
  { id: 'fb13a388-40dd-4a04-b530-013a739c72ef', name: 'policy' },
  { id: '965220d5-5bb9-42cf-8d67-9b146df2a5a4', name: 'Build' },
  { id: '5d6898bb-45ec-463f-95f9-54d49c71752e', name: 'build' },
  { id: '2e0bf237-8973-4ec9-a581-9c3d679d1776', name: 'pipelines' },
  { id: 'c2aa639c-3ccc-4740-b3b6-ce2a1e1d984e', name: 'Test' },
  { id: 'c83eaf52-edf3-4034-ae11-17d38f25404c', name: 'testresults', service: 'vstmr.dev.azure.com' },
  { id: 'ea48a0a1-269c-42d8-b8ad-ddc8fcdcf578', name: 'search', service: 'almsearch.dev.azure.com' },
]
