import 'server-only'
import type { Iteration, Person, Project, TreeNode } from '../../seed/model'
import { type EntityType, property } from './entity'

export const projectType: EntityType<Project> = {
  name: 'Project',
  key: 'ProjectSK',
  properties: [
    property('ProjectSK', 'Edm.Guid', ({ id }) => id),
    property('ProjectId', 'Edm.Guid', ({ id }) => id),
    property('ProjectName', 'Edm.String', ({ name }) => name),
    property('ProjectVisibility', 'Edm.String', () => 'Private'),
  ],
  navigations: [],
}

export const userType: EntityType<Person> = {
  name: 'User',
  key: 'UserSK',
  properties: [
    property('UserSK', 'Edm.Guid', ({ id }) => id),
    property('UserId', 'Edm.Guid', ({ id }) => id),
    property('UserName', 'Edm.String', ({ displayName }) => displayName),
    property('UserEmail', 'Edm.String', ({ uniqueName }) => uniqueName),
    property('UserType', 'Edm.String', () => 'User'),
  ],
  navigations: [],
}

export const tagType: EntityType<string> = {
  name: 'Tag',
  key: 'TagName',
  properties: [property('TagName', 'Edm.String', (name) => name)],
  navigations: [],
}

const level = ({ path }: TreeNode, at: number): string | undefined => path.split('\\')[at - 1]

const levels = (prefix: string) =>
  [1, 2, 3, 4].map((at) => property<TreeNode>(`${prefix}Level${at}`, 'Edm.String', (node) => level(node, at)))

const depth = property<TreeNode>('Depth', 'Edm.Int32', ({ path }) => path.split('\\').length - 1)

export const areaType: EntityType<TreeNode> = {
  name: 'Area',
  key: 'AreaSK',
  properties: [
    property('AreaSK', 'Edm.Guid', ({ identifier }) => identifier),
    property('AreaId', 'Edm.Guid', ({ identifier }) => identifier),
    property('AreaName', 'Edm.String', ({ name }) => name),
    property('Number', 'Edm.Int32', ({ id }) => id),
    property('AreaPath', 'Edm.String', ({ path }) => path),
    ...levels('Area'),
    depth,
  ],
  navigations: [],
}

const lastMoment = 86_400_000 - 1

/** An iteration's end is the last moment of its last day; `now` decides which one is current. */
export const iterationType = (now: number): EntityType<Iteration> => ({
  name: 'Iteration',
  key: 'IterationSK',
  properties: [
    property('IterationSK', 'Edm.Guid', ({ identifier }) => identifier),
    property('IterationId', 'Edm.Guid', ({ identifier }) => identifier),
    property('IterationName', 'Edm.String', ({ name }) => name),
    property('Number', 'Edm.Int32', ({ id }) => id),
    property('IterationPath', 'Edm.String', ({ path }) => path),
    property('StartDate', 'Edm.DateTimeOffset', ({ startDate }) => startDate),
    property('EndDate', 'Edm.DateTimeOffset', ({ finishDate }) => finishDate && finishDate + lastMoment),
    ...levels('Iteration'),
    depth,
    property('IsEnded', 'Edm.Boolean', ({ finishDate }) => finishDate !== undefined && finishDate + lastMoment < now),
    property(
      'IsCurrent',
      'Edm.Boolean',
      ({ startDate, finishDate }) =>
        startDate !== undefined && finishDate !== undefined && startDate <= now && now <= finishDate + lastMoment,
    ),
  ],
  navigations: [],
})
