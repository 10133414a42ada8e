import 'server-only'

/** A key may also lie in a file of the operator's folder; it is still in one place and no more. */
export const certificateFolder = {
  id: '0007-certificate-folder',
  sql: `
    alter table certificates drop constraint certificates_source_check;
    alter table certificates add constraint certificates_source_check
      check (source in ('generated', 'imported', 'key vault', 'folder'));
    alter table certificates add column folder_file text;
    alter table certificates drop constraint certificates_one_key;
    alter table certificates add constraint certificates_one_key
      check (num_nonnulls(sealed_key, key_vault, folder_file) = 1);
  `,
} as const
