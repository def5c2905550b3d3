import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { hoursEach, inHandsOf } from '../../core/board/hands.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import { notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';

/** Certificates of one person that stand at once. */
export const MOST_STANDING = 20;
/** Signs that are not taken for each other when they are read out: 20 of them are a hundred bits. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 20;

export interface CertificateRow {
  id: string;
  code: string;
  name: string;
  cards: number;
  hours: number;
  firstAt: Date;
  lastAt: Date;
  madeAt: Date;
  campaignId: string | null;
}

const select = (db: Kysely) =>
  db
    .selectFrom('certificate')
    .select(['id', 'code', 'name', 'cards', 'hours', 'first_at as firstAt', 'last_at as lastAt'])
    .select(['made_at as madeAt', 'campaign_id as campaignId'])
    .$castTo<CertificateRow>();

/** Certificates of one person, newest first. */
export const listCertificates = (db: Kysely, personId: string): Promise<CertificateRow[]> =>
  select(db)
    .where('person_id', '=', personId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(MOST_STANDING)
    .execute();

/** The certificate of that code, typed or scanned; undefined for none. Of who is on hold or left none stands. */
export const readByCode = (db: Kysely, typed: string): Promise<CertificateRow | undefined> =>
  select(db)
    .where(
      'code',
      '=',
      typed.slice(0, 80).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[\s-]/g, ''),
    )
    .where(
      sql<boolean>`exists (select from person where person.id = certificate.person_id
      and standing <> 'SUSPENDED' and erased_at is null)`,
    )
    .executeTakeFirst();

/**
 * Writes down what the viewer finished until now, over all campaigns or for one, under a name that they type; returns
 * its row id. Refuses where nothing is finished. What two did together counts half for each.
 */
export async function createCertificate(
  services: Services,
  viewer: Viewer,
  input: { name?: string | null | undefined; campaignId?: string | null | undefined },
): Promise<string> {
  const name = plainText(input.name, { field: 'name', max: 80, optional: true });
  const { campaignId = null } = input;
  return services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    await sql`select from person where id = ${viewer.personId} for no key update`.execute(db);
    const { personId, handle } = requireViewer(await refreshViewer(em, viewer));
    const standing = await listCertificates(db, personId);
    if (standing.length >= MOST_STANDING)
      throw wrongStage('CERTIFICATES_STANDING', 'You have twenty certificates. Take one back first.');
    const id = newId();
    const { rows } =
      await sql`insert into certificate (id, person_id, campaign_id, code, name, cards, hours, first_at, last_at)
      select ${id}::uuid, ${personId}::uuid, ${campaignId}::uuid, ${newCode()}, ${name || handle}, count(*), sum(${hoursEach}),
        min(card.finished_at), max(card.finished_at)
      from card join board on board.id = card.board_id
      where ${inHandsOf(personId)} and card.status = 'DONE'
        and (${campaignId}::uuid is null or board.campaign_id = ${campaignId}::uuid)
      having count(*) > 0 returning id`.execute(db);
    if (rows.length === 0)
      throw wrongStage('NOTHING_FINISHED', 'A certificate tells of finished cards. There is none yet.');
    return id;
  });
}

function newCode(): string {
  return [...randomBytes(CODE_LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
}

/** Takes a certificate back: its link proves nothing from then on. Returns its row id. */
export async function revokeCertificate(services: Services, viewer: Viewer, id: string): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    const { numAffectedRows } = await sql`delete from certificate
      where id = ${id} and person_id = ${personId}`.execute(em.getKysely());
    if (numAffectedRows === 0n) throw notFound('certificate');
  });
}
