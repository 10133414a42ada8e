import 'server-only'
import type { DraftLink } from '../link'
import type { CheckNotes } from './check'

/** The project whose data is looked at: the default one, else the first that the app sees. */
export const projectOf = ({ settings }: DraftLink, { projects }: CheckNotes): string =>
  settings.defaultProject ?? projects?.[0]?.name ?? ''
