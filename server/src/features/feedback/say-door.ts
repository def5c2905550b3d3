import { formDoor } from '../../core/access/form-door.ts';
import { Skill } from '../../core/access/skill.ts';
import { signedIn } from '../../core/person/entrance.ts';
import type { Door } from '../../platform/http/door.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import type { Services } from '../../platform/services.ts';
import { slugOf } from '../registration/event-slug.ts';
import { FeedbackBalance } from './feedback.entity.ts';
import { giveFeedback } from './give-feedback.ts';

/** `POST /feedback`, as a form sends it: what somebody with an account says of an event, without a script. */
export const sayDoor = (services: Services): Door =>
  formDoor(services, {
    path: '/feedback',
    words: ['good', 'missing', 'nextWords'],
    act: async (context, form) => {
      const by = { viewer: signedIn(context), eventId: rowId('Event', form.get('eventId') ?? '') };
      const chosen = form.getAll('nextSkills');
      const eventId = await giveFeedback(services, by, {
        edition: form.get('edition') ?? '',
        good: form.get('good'),
        missing: form.get('missing'),
        balance: Object.values(FeedbackBalance).find((each) => each === form.get('balance')) ?? null,
        nextSkills: Object.values(Skill).filter((skill) => chosen.includes(skill)),
        nextWords: form.get('nextWords'),
      });
      return { to: `/e/${await slugOf(context.em, eventId)}/feedback?said=1` };
    },
  });
