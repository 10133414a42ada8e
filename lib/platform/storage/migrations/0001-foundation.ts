import 'server-only'

export const foundation = {
  id: '0001-foundation',
  sql: `
    create table workspaces (
      id uuid primary key,
      name text not null,
      created_at timestamptz not null default now()
    );

    create table members (
      id uuid primary key,
      workspace_id uuid not null references workspaces (id) on delete cascade,
      name text not null,
      role text not null check (role in ('viewer', 'editor', 'owner')),
      created_at timestamptz not null default now()
    );
    create index members_workspace on members (workspace_id);

    create table redeemed_sign_in_links (
      link_id text primary key,
      redeemed_at timestamptz not null default now()
    );

    create table certificates (
      id uuid primary key,
      workspace_id uuid not null references workspaces (id) on delete cascade,
      name text not null,
      source text not null check (source in ('generated', 'imported')),
      certificate_pem text not null,
      sealed_key text not null,
      created_at timestamptz not null default now()
    );
    create index certificates_workspace on certificates (workspace_id);

    create table connections (
      id uuid primary key,
      workspace_id uuid not null references workspaces (id) on delete cascade,
      certificate_id uuid not null references certificates (id) on delete restrict,
      sealed_settings text not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create index connections_workspace on connections (workspace_id);

    create table connection_tests (
      id uuid primary key,
      connection_id uuid not null references connections (id) on delete cascade,
      verdict text not null check (verdict in ('passed', 'warned', 'failed', 'skipped')),
      results jsonb not null,
      tested_at timestamptz not null default now()
    );
    create index connection_tests_latest on connection_tests (connection_id, tested_at);
  `,
} as const
