import 'server-only'
import { type Refusal, refusal } from '../protocol/errors'

const core = 'Microsoft.TeamFoundation.Core.WebApi'

export const projectNameUnknown = (name: string): Refusal =>
  refusal(
    404,
    { typeKey: 'ProjectDoesNotExistWithNameException', namespace: core },
    `TF200016: The following project does not exist: ${name}. Verify that the name of the project is correct and that the project exists on the specified Azure DevOps Server.`,
  )

export const projectIdUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'ProjectDoesNotExistException', namespace: core },
    `VS800075: The project with id 'vstfs:///Classification/TeamProject/${id}' does not exist, or you do not have permission to access it.`,
  )

/** Wording and typeKey unverified. */
export const teamUnknown = (name: string): Refusal =>
  refusal(404, { typeKey: 'TeamNotFoundException', namespace: core }, `The team with id '${name}' does not exist.`)

/** Wording, status and typeKey unverified. */
export const teamNameTaken = (name: string): Refusal =>
  refusal(
    409,
    { typeKey: 'TeamAlreadyExistsException', namespace: core },
    `The team with name '${name}' already exists.`,
  )

/** Wording, status and typeKey unverified. */
export const defaultTeamStays = (): Refusal =>
  refusal(
    400,
    { typeKey: 'DefaultTeamDeleteException', namespace: core },
    'The default team of a project cannot be deleted.',
  )

/** The sentence is as reported; status and typeKey unverified. */
export const projectNameTaken = (name: string): Refusal =>
  refusal(
    400,
    { typeKey: 'ProjectAlreadyExistsException', namespace: core },
    `TF200019: The following project already exists on the Azure DevOps Server: ${name}. You cannot create a new project with the same name as an existing project. Provide a different name.`,
  )

/** Wording and typeKey unverified. */
export const projectNameRefused = (name: string): Refusal =>
  refusal(400, { typeKey: 'InvalidProjectNameException', namespace: core }, `The project name '${name}' is not valid.`)

/** Wording and typeKey unverified. */
export const processUnknown = (id: string): Refusal =>
  refusal(404, { typeKey: 'ProcessNotFoundException', namespace: core }, `The process with id '${id}' does not exist.`)

/** Wording and typeKey unverified. */
export const operationUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'OperationNotFoundException', namespace: 'Microsoft.VisualStudio.Services.Operations' },
    `The operation with id '${id}' does not exist.`,
  )
