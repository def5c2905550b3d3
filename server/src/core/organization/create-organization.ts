import { timelessId } from '../../platform/db/timeless-id.ts';
import type { Em } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import { refreshViewer, requireViewer, type Viewer } from '../access/viewer.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { Organization, type OrganizationKind } from './organization.entity.ts';
import { freeOrganizationSlug } from './organization-slug.ts';

/** Makes an organization, with nobody in it yet; returns its row id. Only coordinators may. Refuses a bad name. */
export async function createOrganization(
  services: Services,
  viewer: Viewer,
  input: { name: string; kind: OrganizationKind },
): Promise<string> {
  const name = takeOrganizationName(input.name);
  return services.orm.em.fork().transactional(async (em) => {
    const now = requireViewer(await refreshViewer(em, viewer));
    if (!now.coordinator)
      throw notAllowed('COORDINATORS_ONLY', 'Only a coordinator can add an organization.');
    return insertOrganization(em, { name, kind: input.kind, createdBy: now.personId });
  });
}

/** What an organization is called, as typed. */
export function takeOrganizationName(name: string): string {
  return plainText(name, { field: 'name', max: 120 });
}

/** Adds the row in the transaction of `em`; the caller checked that this may be. */
export async function insertOrganization(
  em: Em,
  organization: { name: string; kind: OrganizationKind; createdBy?: string },
): Promise<string> {
  const id = timelessId();
  await em.insert(Organization, {
    id,
    slug: await freeOrganizationSlug(em, organization.name),
    ...organization,
  });
  return id;
}
