import { languageTags } from '../input/text.ts';
import type { Services } from '../services.ts';
import type { Skill } from './skill.ts';
import { refreshViewer, requireViewer, type Viewer } from './viewer.ts';

/** Changes what the viewer can do and speaks; what is not given stays. Refuses the suspended and unknown languages. */
export async function updateProfile(
  services: Services,
  viewer: Viewer,
  input: { skills?: Skill[] | null | undefined; languages?: string[] | null | undefined },
): Promise<Viewer> {
  const changes = {
    ...(input.skills ? { skills: [...new Set(input.skills)] } : {}),
    ...(input.languages ? { languages: languageTags(input.languages, 'languages') } : {}),
  };
  return services.orm.em.fork().transactional(async (em) => {
    const now = requireViewer(await refreshViewer(em, viewer));
    if (Object.keys(changes).length === 0) return now;
    await em.getKysely().updateTable('person').set(changes).where('id', '=', now.personId).execute();
    return { ...now, ...changes };
  });
}
