/**
 * Which text of the code of conduct stands now. Raise it with each change of what people agree to (the words are
 * in `messages/<language>/trust.json`): everybody is asked again before their next card that is not public.
 */
export const CONDUCT_VERSION = 1;
