import { v7 as newId } from 'uuid';
import { plainText } from '../input/text.ts';
import { refreshViewer, requireViewer, type Viewer } from '../person/viewer.ts';
import { notAllowed } from '../refusal.ts';
import type { Services } from '../services.ts';
import { Organization, type OrganizationKind } from './organization.entity.ts';

/** Makes an organization, with nobody in it yet; returns its row id. Only coordinators may. Refuses a bad name. */
export async function createOrganization(
  services: Services,
  viewer: Viewer,
  input: { name: string; kind: OrganizationKind },
): Promise<string> {
  const organization = {
    id: newId(),
    name: plainText(input.name, { field: 'name', max: 120 }),
    kind: input.kind,
  };
  await services.orm.em.fork().transactional(async (em) => {
    const now = requireViewer(await refreshViewer(em, viewer));
    if (!now.coordinator) throw notAllowed('Only a coordinator can add an organization.');
    await em.insert(Organization, organization);
  });
  return organization.id;
}
