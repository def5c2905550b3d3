import DataLoader from 'dataloader';
import { defineLoader } from '../access/loaders.ts';
import { sql } from 'kysely';
import { VouchType } from './trust.types.ts';

/** Vouches shown of one organization, or of one person. */
const MAX_VOUCHES = 100;

/** The vouches that stand, last first, of many people or of many organizations in one query. */
const vouchesBy = (of: 'person_id' | 'organization_id') =>
  defineLoader<string, VouchType[]>(
    ({ em }) =>
      new DataLoader(async (ids) => {
        const { rows } = await sql<VouchType & { askedId: string }>`
      select asked.id as "askedId", stands.person_id as "personId", stands.organization_id as "organizationId",
        stands.by_id as "byId", stands.note as words, stands.at
      from unnest(${ids}::uuid[]) as asked(id) cross join lateral (
        select * from vouch where ${sql.ref(of)} = asked.id and ended_at is null
        order by at desc, id desc limit ${MAX_VOUCHES}) stands
      order by stands.at desc, stands.id desc`.execute(em.getKysely());
        const found = Map.groupBy(rows, ({ askedId }) => askedId);
        return ids.map((id) =>
          (found.get(id) ?? []).map(({ askedId: _of, ...row }) => Object.assign(new VouchType(), row)),
        );
      }),
  );

export const vouchesForLoader = vouchesBy('person_id');
export const vouchesOfLoader = vouchesBy('organization_id');
