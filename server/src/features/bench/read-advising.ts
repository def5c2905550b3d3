import type { Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { USUAL_WEEK } from './adviser.entity.ts';
import { AdvisingType, toAdviser } from './adviser.type.ts';
import { readAdvisers } from './read-bench.ts';

/** Somebody's own side of the bench. */
export async function readAdvising(em: Em, viewer: Viewer): Promise<AdvisingType> {
  const { personId, standing, coordinator } = viewer;
  const row = (await readAdvisers(em, [personId])).get(personId);
  const isKnown = coordinator || standing === 'VETTED' || standing === 'LEAD';
  return Object.assign(new AdvisingType(), {
    personId,
    mayOffer: standing !== 'SUSPENDED' && !row?.isRemoved && (isKnown || (row?.isInvited ?? false)),
    isInvited: row?.isInvited ?? false,
    isRemoved: row?.isRemoved ?? false,
    adviser: row?.onBench ? toAdviser(row) : null,
    weeklyLimit: row?.weeklyLimit ?? USUAL_WEEK,
    meetAt: row?.meetAt ?? null,
  });
}
