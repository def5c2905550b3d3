import { Migration } from '@mikro-orm/migrations';

/**
 * Organizations get a name in addresses, as `organization-slug.ts` makes it: of two that are called alike the older one
 * has it without a number.
 */
export class OrganizationSlugs extends Migration {
  override up(): void {
    this.addSql(`alter table "organization" add column "slug" text null`);
    this.addSql(`do $$
      declare
        one record;
        stem text;
        free text;
        number int;
      begin
        for one in select id, name from organization where slug is null order by created_at, id loop
          stem := regexp_replace(lower(normalize(one.name, NFKD)), '[\\u0300-\\u036f''’]', '', 'g');
          stem := left(regexp_replace(stem, '[^a-z0-9]+', '-', 'g'), 48);
          stem := coalesce(nullif(regexp_replace(stem, '^-|-$', '', 'g'), ''), 'organization');
          free := stem;
          number := 2;
          while exists (select from organization where slug = free) loop
            free := stem || '-' || number;
            number := number + 1;
          end loop;
          update organization set slug = free where id = one.id;
        end loop;
      end $$`);
    this.addSql(`alter table "organization" alter column "slug" set not null`);
    this.addSql(`alter table "organization" add constraint "organization_slug_unique" unique ("slug")`);
  }
}
