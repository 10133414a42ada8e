import 'server-only'

export const rotation = {
  id: '0005-rotation',
  sql: `
    alter table connections
      add column next_certificate_id uuid references certificates (id) on delete restrict,
      add column previous_certificate_id uuid references certificates (id) on delete restrict,
      add column grace_ends_at timestamptz,
      add column previous_used_at timestamptz;
  `,
} as const
