import 'server-only'
import { foundation } from './0001-foundation'
import { activity } from './0002-activity'
import { handOffs } from './0003-hand-offs'
import { reminders } from './0004-reminders'
import { rotation } from './0005-rotation'
import { keyVault } from './0006-key-vault'
import { certificateFolder } from './0007-certificate-folder'
import { testHistory } from './0008-test-history'
import { reportLinks } from './0009-report-links'
import { restConsole } from './0010-console'

export interface Migration {
  /** Number and name; the order in which migrations run is the order of their IDs. */
  readonly id: string
  /** SQL that PostgreSQL 15 understands. */
  readonly sql: string
}

export const migrations: readonly Migration[] = [
  foundation,
  activity,
  handOffs,
  reminders,
  rotation,
  keyVault,
  certificateFolder,
  testHistory,
  reportLinks,
  restConsole,
]
