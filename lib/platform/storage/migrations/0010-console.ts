import 'server-only'

export const restConsole = {
  id: '0010-console',
  sql: `
    alter table connections add column writes_until timestamptz;
  `,
} as const
