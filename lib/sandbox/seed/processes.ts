import 'server-only'
import type { Level, Process, State, WorkItemType } from './model'

/**
 * The types, states and reasons of three stock processes (Azure DevOps Services, “About default processes”). Test types
 * and the types of code reviews and feedback are left out.
 */

const common = 'Microsoft.VSTS.Common.'
const scheduling = 'Microsoft.VSTS.Scheduling.'

const closing = ['ClosedDate', 'ClosedBy'].map((name) => common + name)
const activating = ['ActivatedDate', 'ActivatedBy'].map((name) => common + name)
const resolving = ['ResolvedDate', 'ResolvedBy', 'ResolvedReason'].map((name) => common + name)
const portfolio = [`${common}BusinessValue`, `${scheduling}StartDate`, `${scheduling}TargetDate`]
const bug = ['Microsoft.VSTS.TCM.ReproSteps', 'Microsoft.VSTS.TCM.SystemInfo', `${common}Severity`]

const looks: Record<Level, Pick<WorkItemType, 'color' | 'icon' | 'category'>> = {
  epic: { color: 'E06C00', icon: 'icon_crown', category: 'Microsoft.EpicCategory' },
  feature: { color: '773B93', icon: 'icon_trophy', category: 'Microsoft.FeatureCategory' },
  requirement: { color: '0098C7', icon: 'icon_book', category: 'Microsoft.RequirementCategory' },
  task: { color: 'A4880A', icon: 'icon_clipboard', category: 'Microsoft.TaskCategory' },
  bug: { color: 'CC293D', icon: 'icon_insect', category: 'Microsoft.BugCategory' },
  issue: { color: 'B4009E', icon: 'icon_traffic_cone', category: 'Microsoft.IssueCategory' },
}

interface TypeOptions {
  readonly description: string
  readonly states: WorkItemType['states']
  readonly fields: readonly string[]
}

const type = (name: string, level: Level, { description, states, fields }: TypeOptions): WorkItemType => ({
  name,
  referenceName: `Microsoft.VSTS.WorkItemTypes.${name.replaceAll(' ', '')}`,
  description,
  level,
  ...looks[level],
  states,
  fields: new Set([`${common}Priority`, `${common}StateChangeDate`, ...closing, ...fields]),
})

const removed: State = { name: 'Removed', category: 'Removed', reason: 'Removed from the backlog' }

function agileStates(resolved: string): WorkItemType['states'] {
  return [
    { name: 'New', category: 'Proposed', reason: 'New' },
    {
      name: 'Active',
      category: 'InProgress',
      reason: 'Implementation started',
      returns: { Resolved: 'Acceptance tests fail', Closed: 'Reintroduced in Scope' },
    },
    { name: 'Resolved', category: 'InProgress', reason: resolved },
    { name: 'Closed', category: 'Completed', reason: 'Acceptance tests pass' },
    removed,
  ]
}

const agileBugStates: WorkItemType['states'] = [
  { name: 'New', category: 'Proposed', reason: 'New', otherReasons: ['Build Failure'] },
  {
    name: 'Active',
    category: 'InProgress',
    reason: 'Approved',
    otherReasons: ['Investigate'],
    returns: { Resolved: 'Not fixed', Closed: 'Regression' },
  },
  {
    name: 'Resolved',
    category: 'Resolved',
    reason: 'Fixed',
    otherReasons: ['As Designed', 'Cannot Reproduce', 'Deferred', 'Duplicate', 'Obsolete'],
  },
  { name: 'Closed', category: 'Completed', reason: 'Verified' },
]

const agileTaskStates: WorkItemType['states'] = [
  { name: 'New', category: 'Proposed', reason: 'New' },
  { name: 'Active', category: 'InProgress', reason: 'Work started', returns: { Closed: 'Reactivated' } },
  { name: 'Closed', category: 'Completed', reason: 'Completed', otherReasons: ['Cut', 'Deferred', 'Obsolete'] },
  removed,
]

const ranked = `${common}StackRank`
const acceptance = `${common}AcceptanceCriteria`
const valueArea = `${common}ValueArea`
const effort = `${scheduling}Effort`
const agileDates = [...activating, ...resolving, ranked]
const taskWork = ['OriginalEstimate', 'RemainingWork', 'CompletedWork'].map((name) => scheduling + name)

const agile: Process = {
  id: 'adcc42ab-9882-485e-a3ed-7678f01f66bc',
  name: 'Agile',
  workItemTypes: [
    type('Epic', 'epic', {
      description: 'A goal that several features serve, over months.',
      states: agileStates('Features complete'),
      fields: [...agileDates, ...portfolio, valueArea, effort],
    }),
    type('Feature', 'feature', {
      description: 'Something of value to release, made of user stories.',
      states: agileStates('Stories complete'),
      fields: [...agileDates, ...portfolio, valueArea, effort],
    }),
    type('User Story', 'requirement', {
      description: 'What a user should be able to do, small enough for one sprint.',
      states: agileStates('Code complete and unit tests pass'),
      fields: [...agileDates, acceptance, valueArea, `${scheduling}StoryPoints`, `${common}Risk`],
    }),
    type('Bug', 'bug', {
      description: 'Something that does not work as it should, and the work to mend it.',
      states: agileBugStates,
      fields: [...agileDates, ...bug, valueArea, `${scheduling}StoryPoints`],
    }),
    type('Task', 'task', {
      description: 'A piece of work that takes hours or a few days.',
      states: agileTaskStates,
      fields: [...activating, ranked, ...taskWork, `${common}Activity`],
    }),
    type('Issue', 'issue', {
      description: 'Something that keeps work from going on.',
      states: [
        { name: 'Active', category: 'InProgress', reason: 'New', returns: { Closed: 'Reactivated' } },
        { name: 'Closed', category: 'Completed', reason: 'Issue Resolved' },
      ],
      fields: [...activating, ranked, `${scheduling}DueDate`],
    }),
  ],
}

function scrumPortfolioStates(name: string): WorkItemType['states'] {
  return [
    { name: 'New', category: 'Proposed', reason: `New ${name}` },
    {
      name: 'In Progress',
      category: 'InProgress',
      reason: 'Implementation started',
      returns: { Done: 'Additional work found' },
    },
    { name: 'Done', category: 'Completed', reason: 'Work finished' },
    removed,
  ]
}

function scrumBacklogStates(created: string): WorkItemType['states'] {
  return [
    { name: 'New', category: 'Proposed', reason: created },
    { name: 'Approved', category: 'Proposed', reason: 'Approved by the Product Owner' },
    {
      name: 'Committed',
      category: 'InProgress',
      reason: 'Commitment made by the team',
      returns: { Done: 'Additional work found' },
    },
    { name: 'Done', category: 'Completed', reason: 'Work finished' },
    removed,
  ]
}

const scrumRanked = `${common}BacklogPriority`

const scrum: Process = {
  id: '6b724908-ef14-45cf-84f8-768b5384da45',
  name: 'Scrum',
  workItemTypes: [
    type('Epic', 'epic', {
      description: 'A goal that several features serve, over months.',
      states: scrumPortfolioStates('epic'),
      fields: [...portfolio, scrumRanked, valueArea, effort],
    }),
    type('Feature', 'feature', {
      description: 'Something of value to release, made of backlog items.',
      states: scrumPortfolioStates('feature'),
      fields: [...portfolio, scrumRanked, valueArea, effort],
    }),
    type('Product Backlog Item', 'requirement', {
      description: 'What the product should do next, small enough for one sprint.',
      states: scrumBacklogStates('New backlog item'),
      fields: [scrumRanked, acceptance, valueArea, effort],
    }),
    type('Bug', 'bug', {
      description: 'Something that does not work as it should, and the work to mend it.',
      states: scrumBacklogStates('New defect reported'),
      fields: [scrumRanked, acceptance, ...bug, valueArea, effort],
    }),
    type('Task', 'task', {
      description: 'A piece of work that takes hours or a few days.',
      states: [
        { name: 'To Do', category: 'Proposed', reason: 'New task' },
        {
          name: 'In Progress',
          category: 'InProgress',
          reason: 'Work started',
          returns: { Done: 'Additional work found' },
        },
        { name: 'Done', category: 'Completed', reason: 'Work finished' },
        removed,
      ],
      fields: [scrumRanked, `${scheduling}RemainingWork`, `${common}Activity`],
    }),
    type('Impediment', 'issue', {
      description: 'Something that keeps the team from its goal.',
      states: [
        {
          name: 'Open',
          category: 'InProgress',
          reason: 'New impediment',
          returns: { Closed: 'Impediment reopened' },
        },
        { name: 'Closed', category: 'Completed', reason: 'Impediment removed' },
      ],
      fields: [scrumRanked],
    }),
  ],
}

const basicStates: WorkItemType['states'] = [
  { name: 'To Do', category: 'Proposed', reason: 'Added to backlog' },
  { name: 'Doing', category: 'InProgress', reason: 'Started', returns: { Done: 'Reactivated' } },
  { name: 'Done', category: 'Completed', reason: 'Completed' },
]

const basic: Process = {
  id: 'b8a3a935-7e91-48b8-a94c-606d37c3e9f2',
  name: 'Basic',
  workItemTypes: [
    type('Epic', 'epic', {
      description: 'A goal that takes several issues to reach.',
      states: basicStates,
      fields: [...activating, ranked, effort, `${scheduling}StartDate`, `${scheduling}TargetDate`],
    }),
    type('Issue', 'requirement', {
      description: 'Something to do or to mend.',
      states: basicStates,
      fields: [...activating, ranked, effort],
    }),
    type('Task', 'task', {
      description: 'A piece of work that takes hours or a few days.',
      states: basicStates,
      fields: [...activating, ranked, `${scheduling}RemainingWork`, `${common}Activity`],
    }),
  ],
}

export const processes = { agile, scrum, basic }

/** Every reason there is, so that a reason can be kept as a number. */
export const reasons: readonly string[] = [
  ...new Set(
    Object.values(processes)
      .flatMap(({ workItemTypes }) => workItemTypes.flatMap(({ states }) => states))
      .flatMap(({ reason, otherReasons = [], returns = {} }) => [reason, ...otherReasons, ...Object.values(returns)]),
  ),
]

const reasonIndexes = new Map(reasons.map((reason, index) => [reason, index]))

export const reasonIndex = (reason: string): number => reasonIndexes.get(reason) ?? 0
