import 'server-only'

export const testHistory = {
  id: '0008-test-history',
  sql: `
    alter table connection_tests
      add column duration_ms integer,
      add column member_id uuid references members (id) on delete set null,
      add column by_schedule boolean not null default false,
      add column sealed_settings text;
    alter table connections
      add column check_every_minutes integer,
      add column check_due_at timestamptz;
  `,
} as const
