import { isSkill } from '#web/person/skills.ts';
import type { OpeningsQueryVariables } from '#web/gql/graphql.ts';

/** What the address of the list asks for. What it does not know it leaves out. */
export function filterOf(search: URLSearchParams): OpeningsQueryVariables {
  const skill = search.get('skill');
  const [language, where, text] = [search.get('language'), search.get('where'), search.get('text')];
  return {
    isOpen: search.get('show') !== 'closed',
    skill: isSkill(skill) ? skill : null,
    language: language || null,
    isRemote: where === 'remote' ? true : null,
    // As much as the field takes; it shows what was looked for.
    text: text?.slice(0, 100) || null,
    organizationId: search.get('organization'),
    after: search.get('after'),
  };
}
