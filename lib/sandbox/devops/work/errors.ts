import 'server-only'
import { type Refusal, refusal } from '../protocol/errors'

const agile = 'Microsoft.Azure.Boards.Agile.Common'
const work = 'Microsoft.TeamFoundation.Work.WebApi'

export const backlogIterationInvalid = (): Refusal =>
  refusal(
    400,
    { typeKey: 'InvalidTeamSettingsException', namespace: `${agile}.Exceptions`, assembly: agile },
    'TF400497: The backlog iteration path that you specified is no longer valid.',
  )

/** The message is the name of what is missing, and nothing else. */
export const defaultAreaMissing = (): Refusal =>
  refusal(
    400,
    { typeKey: 'TeamFieldArgumentNullException', namespace: `${work}.Exceptions`, assembly: work, eventId: 0 },
    'DefaultValue',
  )

/** Wording and typeKey unverified. */
export const teamAreaInvalid = (value: string): Refusal =>
  refusal(
    400,
    { typeKey: 'InvalidTeamFieldValueException', namespace: `${work}.Exceptions`, assembly: work },
    `The area path '${value}' is not valid for the team.`,
  )

/** Wording and typeKey unverified. */
export const iterationUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'IterationNotFoundException', namespace: `${work}.Exceptions`, assembly: work },
    `The iteration with id '${id}' does not exist in the team.`,
  )

/** Wording and typeKey unverified. */
export const backlogUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'BacklogDoesNotExistException', namespace: `${work}.Exceptions`, assembly: work },
    `The backlog '${id}' does not exist.`,
  )

/** Wording and typeKey unverified. */
export const boardUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'BoardDoesNotExistException', namespace: `${work}.Exceptions`, assembly: work },
    `The board '${id}' does not exist.`,
  )
