import 'server-only'

export const reportLinks = {
  id: '0009-report-links',
  sql: `
    create table report_links (
      id uuid primary key,
      test_id uuid not null references connection_tests (id) on delete cascade,
      name text not null,
      identifiers text not null check (identifiers in ('shown', 'hidden')),
      secret_hash text not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      revoked_at timestamptz,
      opened_count integer not null default 0
    );
    create unique index report_links_secret on report_links (secret_hash);
    create index report_links_test on report_links (test_id);
  `,
} as const
