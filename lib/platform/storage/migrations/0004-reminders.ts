import 'server-only'

export const reminders = {
  id: '0004-reminders',
  sql: `
    create table jobs (
      name text primary key,
      due_at timestamptz not null default now()
    );

    create table reminders (
      workspace_id uuid primary key references workspaces (id) on delete cascade,
      sealed_settings text not null,
      updated_at timestamptz not null default now()
    );

    create table sent_notifications (
      workspace_id uuid not null references workspaces (id) on delete cascade,
      notification_id text not null,
      channel text not null check (channel in ('email', 'webhook')),
      sent_at timestamptz not null default now(),
      primary key (workspace_id, notification_id, channel)
    );
  `,
} as const
