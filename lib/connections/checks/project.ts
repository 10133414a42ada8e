import 'server-only'
import { AppError, type ErrorCode } from '#lib/platform/errors/index'
import type { DraftLink } from '../link'
import type { CheckNotes } from './check'

/** The project whose data is looked at: the default one, else the first that the app sees. */
export const projectOf = ({ settings }: DraftLink, { projects }: CheckNotes): string =>
  settings.defaultProject ?? projects?.[0]?.name ?? ''

const missingOrHidden: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['TF200016', 'VS800075', 'azure_devops_not_found'])

/** Azure DevOps says the same of what is missing and of what may not be seen, so what is seen is put beside it. */
export function besideVisible(error: AppError, { projects }: CheckNotes): AppError {
  if (projects === undefined || !missingOrHidden.has(error.code)) return error
  const visible = { label: 'Projects that the app sees', value: projects.map(({ name }) => name).join(', ') || 'none' }
  return new AppError(error.code, { ...error, cause: error.cause, evidence: [visible, ...error.evidence] })
}
