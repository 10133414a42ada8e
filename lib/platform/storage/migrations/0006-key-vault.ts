import 'server-only'

/** The key of a certificate is sealed here or lies in a key vault, never both and never neither. */
export const keyVault = {
  id: '0006-key-vault',
  sql: `
    alter table certificates drop constraint certificates_source_check;
    alter table certificates add constraint certificates_source_check
      check (source in ('generated', 'imported', 'key vault'));
    alter table certificates alter column sealed_key drop not null;
    alter table certificates add column key_vault jsonb;
    alter table certificates add column caller_certificate_id uuid references certificates (id);
    alter table certificates add constraint certificates_one_key check ((sealed_key is null) = (key_vault is not null));
    create index certificates_caller on certificates (caller_certificate_id);
  `,
} as const
