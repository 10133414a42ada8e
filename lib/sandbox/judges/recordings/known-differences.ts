import 'server-only'
import type { Replayed } from './replay'

/** Where the sandbox's answer does not have the recorded shape, and is right all the same. */
interface KnownDifference {
  /** How the names of its recordings begin. */
  readonly recorded: string
  readonly finding: string
  readonly because: string
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    recorded: 'projects',
    finding: '/description is not recorded',
    because: 'the recorded projects have no description, and an empty one is left out',
  },
  ...['git', 'build-pipelines'].map((recorded) => ({
    recorded,
    finding: '/project/description is not recorded',
    because: 'the recorded projects have no description, and an empty one is left out',
  })),
  ...['284a6d 4', 'a582de 13', '1e8931 11'].map((pair) => ({
    recorded: `git ${pair}`,
    finding: 'header vary is not recorded',
    because: 'the service does not offer to compress these answers; others it does',
  })),
  {
    recorded: 'git cd5b5f 2',
    finding: '/defaultBranch is not recorded',
    because: 'the recorded repository is empty; others have it',
  },
  ...['/value/*/isDraft', '/value/*/repository/project/lastUpdateTime'].map((member) => ({
    recorded: 'git 87d48a 3',
    finding: `${member} is not recorded`,
    because: 'of 2018; those of 2025 have it (85907d 5)',
  })),
  ...['labels', 'workItemRefs'].map((member) => ({
    recorded: 'git 8',
    finding: `/${member} is not recorded`,
    because: 'the recorded pull request has none, and an empty list is left out',
  })),
  {
    recorded: 'git 85907d 18',
    finding: '/isRequired is not recorded',
    because: 'nobody is required to review the recorded pull request, and false is left out',
  },
  {
    recorded: 'build-pipelines 5e62c5 16',
    finding: '/description is missing',
    because: 'the recorded definition was given a description when it was made',
  },
  ...['/result', '/startTime', '/finishTime'].map((member) => ({
    recorded: 'build-pipelines be9385 2',
    finding: `${member} is not recorded`,
    because: 'the recorded build has not started yet',
  })),
  {
    recorded: 'build-pipelines be9385 3',
    finding: 'header x-ms-continuationtoken is not recorded',
    because: 'the recorded project has four builds, and so a single page',
  },
  {
    recorded: 'projects c46fc6',
    finding: '/lastUpdateTime is not recorded',
    because: 'of 2018; those of 2025 have it',
  },
  {
    recorded: 'teams 7b8f63',
    finding: 'header vary is not recorded',
    because: 'the service does not offer to compress these lists; others it does',
  },
  {
    recorded: 'work-items 417a93',
    finding: '/multilineFieldsFormat is not recorded',
    because: 'of 2022; those of 2026 have it (06081b)',
  },
  {
    recorded: 'classification-nodes',
    finding: '/children is not recorded',
    because: 'the recorded project has no nodes below its roots yet',
  },
  {
    recorded: 'entitlements efffde',
    finding: '/user/metaType is not recorded',
    because: 'the recorded user is a guest who has just been invited; members have it (efffde 0)',
  },
  ...[
    'www-authenticate',
    'x-tfs-fedauthissuer',
    'x-tfs-fedauthrealm',
    'x-vss-authorizationendpoint',
    'x-vss-resourcetenant',
  ].map((name) => ({
    recorded: 'graph-identities 1b1da8 45',
    finding: `header ${name} is missing`,
    because: 'challenges in an answer with status 200 have been seen this once only',
  })),
]

export const explains = ({ recorded, finding }: KnownDifference, { pair }: Replayed, found: string): boolean =>
  pair.recorded.startsWith(recorded) && found.endsWith(finding)
