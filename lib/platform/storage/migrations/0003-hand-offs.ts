import 'server-only'

export const handOffs = {
  id: '0003-hand-offs',
  sql: `
    create table hand_offs (
      id uuid primary key,
      workspace_id uuid not null references workspaces (id) on delete cascade,
      member_id uuid not null references members (id) on delete cascade,
      secret_hash text not null,
      helper text not null check (helper in ('entra', 'organization')),
      sealed_draft text not null,
      sealed_report text not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      opened_at timestamptz,
      reported_at timestamptz,
      revoked_at timestamptz
    );
    create unique index hand_offs_secret on hand_offs (secret_hash);
    create index hand_offs_workspace on hand_offs (workspace_id);
  `,
} as const
