import 'server-only'
import type { Person, Project } from '../model'

/** Instants are milliseconds since 1970. */
export interface Repository {
  readonly id: string
  readonly name: string
  readonly project: Project
  /** In bytes. */
  readonly size: number
  readonly people: readonly Person[]
  readonly created: number
}

export interface Commit {
  readonly id: string
  readonly author: Person
  readonly at: number
  readonly comment: string
  readonly parents: readonly string[]
  readonly changes: { readonly add: number; readonly edit: number; readonly delete: number }
}

/** What became of one file: the commits that wrote it before and after; nothing where there was no file. */
export interface FileChange {
  readonly path: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** Files by their paths, each with the ID of the commit that wrote it last. */
export type Files = ReadonlyMap<string, string>

/** All commits of a repository, those of its pull requests too, and what they did to its files. */
export interface History {
  find(id: string): Commit | undefined
  /** A commit and what it stands on, the latest first. */
  lineOf(commit: Commit): readonly [Commit, ...Commit[]]
  changesOf(commit: Commit): readonly FileChange[]
  filesAt(commit: Commit): Files
}

/** 10 approved, 5 with suggestions, 0 no vote, -5 waits for the author, -10 rejected. */
export type Vote = 10 | 5 | 0 | -5 | -10

export interface Review {
  readonly reviewer: Person
  readonly vote: Vote
  readonly isRequired: boolean
}

export interface PullRequest {
  readonly id: number
  readonly mergeId: string
  readonly repository: Repository
  readonly title: string
  readonly description: string
  readonly status: 'active' | 'completed' | 'abandoned'
  readonly isDraft: boolean
  readonly createdBy: Person
  readonly created: number
  readonly closedBy: Person | undefined
  readonly closed: number | undefined
  /** Branches, as full names. */
  readonly source: string
  readonly target: string
  /** What is on its source branch, the first one first. */
  readonly commits: readonly [Commit, ...Commit[]]
  /** The tip of the target when it was made, or, once it is completed, when it was. */
  readonly base: string
  /** What became of it on the target, or would. */
  readonly merge: Commit
  readonly reviews: readonly Review[]
  /** IDs of work items. */
  readonly workItems: readonly number[]
  readonly labels: readonly string[]
}

/** When a pipeline runs: for pull requests, for each change of the main branch, or every night. */
export type Occasion = 'pull request' | 'change' | 'night'

export interface Pipeline {
  readonly id: number
  readonly name: string
  readonly repository: Repository
  readonly occasion: Occasion
  readonly createdBy: Person
  readonly created: number
  /** How long a run takes on average, in minutes. */
  readonly minutes: number
}

export type BuildResult = 'succeeded' | 'partiallySucceeded' | 'failed' | 'canceled'

/** The stages of a run, in their order. */
export type StageName = 'Build' | 'Test' | 'Deploy'

export interface Build {
  readonly id: number
  readonly pipeline: Pipeline
  /** Day and how manieth of the day: `20261123.4`. */
  readonly number: string
  readonly status: 'notStarted' | 'inProgress' | 'completed'
  /** Undefined until it is completed. */
  readonly result: BuildResult | undefined
  /** Where it went wrong, if it did. */
  readonly brokenIn: StageName | undefined
  readonly queued: number
  readonly started: number | undefined
  readonly finished: number | undefined
  readonly branch: string
  readonly commit: string
  readonly requestedFor: Person
  readonly pullRequest: PullRequest | undefined
}

export interface TestRun {
  readonly id: number
  readonly build: Build
  readonly total: number
  /** Which of the tests failed, by position. */
  readonly failed: readonly number[]
  /** Which of the tests did not run, by position. */
  readonly skipped: readonly number[]
  readonly started: number
  readonly completed: number
}

/** What the teams of the organization delivered during the year; made when somebody asks for it. */
export interface Delivery {
  readonly repositories: readonly Repository[]
  /** By ID, which follows the order in which they were made. */
  readonly pullRequests: readonly PullRequest[]
  readonly pipelines: readonly Pipeline[]
  /** By ID, which follows the order in which they were queued. */
  readonly builds: readonly Build[]
  readonly testRuns: readonly TestRun[]
  /** The main branch of a repository, the latest commit first. */
  commitsOf(repository: Repository): readonly [Commit, ...Commit[]]
  historyOf(repository: Repository): History
}
