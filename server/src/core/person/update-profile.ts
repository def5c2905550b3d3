import { requireAsRead } from '../../platform/input/as-read.ts';
import { languageTags } from '../../platform/input/text.ts';
import type { Services } from '../../platform/services.ts';
import type { Skill } from '../access/skill.ts';
import { refreshViewer, requireViewer, type Viewer } from '../access/viewer.ts';

interface Profile {
  skills?: Skill[] | null | undefined;
  languages?: string[] | null | undefined;
}

/**
 * Changes what the viewer can do and speaks; what is not given stays. Refuses the suspended, unknown languages, and
 * a change of what is not as `asRead` says any more.
 */
export async function updateProfile(
  services: Services,
  viewer: Viewer,
  input: Profile & { asRead?: Profile | null | undefined },
): Promise<Viewer> {
  const changes = {
    ...(input.skills ? { skills: [...new Set(input.skills)] } : {}),
    ...(input.languages ? { languages: languageTags(input.languages, 'languages') } : {}),
  };
  return services.orm.em.fork().transactional(async (em) => {
    const now = requireViewer(await refreshViewer(em, viewer));
    if (Object.keys(changes).length === 0) return now;
    const held = await em
      .getKysely()
      .selectFrom('person')
      .select(['skills', 'languages'])
      .where('id', '=', now.personId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    requireAsRead({ ...input.asRead }, held, changes);
    await em.getKysely().updateTable('person').set(changes).where('id', '=', now.personId).execute();
    return { ...now, ...changes };
  });
}
