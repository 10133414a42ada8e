import 'server-only'

/** Which kinds there are is for the code to say, so that a new one needs no migration. */
export const activity = {
  id: '0002-activity',
  sql: `
    create table activity (
      id bigint primary key generated always as identity,
      workspace_id uuid not null references workspaces (id) on delete cascade,
      member_id uuid references members (id) on delete set null,
      member_name text not null,
      kind text not null,
      subject_id uuid,
      subject_name text,
      at timestamptz not null default now()
    );
    create index activity_workspace on activity (workspace_id, id);
  `,
} as const
